import type { Call } from '../../../shared/call/call.ts';
import { FakeClock } from '../../drivers/fake/fake-clock.ts';
import { FakePhoneLine } from '../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../drivers/fake/fake-server.ts';
import { people } from '../../drivers/fake/story.ts';
import { createStore } from 'zustand/vanilla';
import type { CallsModel, LineView, ReplyChoice } from '../../features/calls/model/calls-model.ts';
import { createCallsModel } from '../../features/calls/model/create-calls-model.ts';
import { loadNumberFormat } from '../../lib/load-number-format.ts';
import { ok } from '../../../shared/result.ts';
import { snapshotOf } from '../stream.ts';

/** The desk an exhibit is shown at: everything as in the product, on fakes. */
export type ExhibitDesk = {
  readonly model: CallsModel;
  readonly server: FakeServer;
  readonly phone: FakePhoneLine;
  readonly clock: FakeClock;
};

/** One state of the calls, made by the call machine and by what a receptionist does. */
export type Exhibit = {
  /** Stable: its address and the name of its picture. */
  readonly name: string;
  /** As wide as the lane it belongs to. */
  readonly lane: 'comingIn' | 'withYou';
  readonly calls: (now: number) => readonly Call[];
  /** What has happened since they were there. */
  readonly acts?: (desk: ExhibitDesk) => void;
  readonly line?: Partial<LineView>;
  /** Whether F2 would take the first one. */
  readonly isSelected?: boolean;
};

const templates: readonly ReplyChoice[] = [
  { key: 'soon', name: 'Call back soon', text: 'I am on another call. May I call you back in 10 minutes?' },
  { key: 'urgent', name: 'Is it urgent?', text: 'I cannot take your call right now. Is it urgent?' },
  { key: 'meeting', name: 'In a meeting', text: 'I am in a meeting right now. May I call you back afterwards?' },
  { key: 'lunch', name: 'Lunch', text: 'We are at lunch right now. May I call you back in one hour?' },
];

/** The moment of the gallery: Friday, 20 November 2026, 09:46:02 UTC. */
export const galleryNow = Date.UTC(2026, 10, 20, 9, 46, 2);

/** A desk with the calls of an exhibit, and with what has happened since. */
export async function openDesk(exhibit: Exhibit): Promise<ExhibitDesk> {
  const clock = new FakeClock(galleryNow);
  const phone = new FakePhoneLine();
  const server = new FakeServer({ earlierCalls: () => ok({ calls: [] }), note: () => ok(null) });
  const { consoleId, userId } = people.mira;
  const desk = { consoleId, userId };
  const ports = { clock, phone, server };
  const replyChoices = { store: createStore(() => templates), look: () => undefined };
  const model = createCallsModel({ ports, desk, refresh: () => undefined, loadNumberFormat, replyChoices });
  phone.level = 0.6;
  phone.connect({ sipUri: 'sip:gallery@frontdesk.invalid' });
  model.calls.accept(snapshotOf(exhibit.calls(galleryNow), galleryNow));
  await model.numbers.load();
  exhibit.acts?.({ model, server, phone, clock });
  return { model, server, phone, clock };
}
