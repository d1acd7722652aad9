import type { Call } from '../../../../shared/call/call.ts';
import { ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { people, tell } from '../../../drivers/fake/story.ts';
import { snapshotOf } from '../../../testing/stream.ts';
import { createCallStore } from './call-store.ts';
import { createCommandStore, idle } from './command-store.ts';

const { mira } = people;
const offered = { type: 'offered', to: mira, after: 1 } as const;
export const ringing = ['a', 'b'].map((id) => tell({ id, at: 1 }, offered));
export const talking = tell({ id: 'on', at: 0 }, offered, { type: 'answered', by: mira, after: 2 });

/** The commands of a desk with these calls. */
export function openCommands(table: readonly Call[] = ringing) {
  const phone = new FakePhoneLine();
  const server = new FakeServer({
    reject: () => ok(null),
    hangUp: () => ok(null),
    mute: () => ok(null),
    unmute: () => ok(null),
    rejoin: () => ok(null),
    hold: () => ok(null),
    resume: () => ok(null),
    answer: () => ok(null),
  });
  const clock = new FakeClock();
  const calls = createCallStore({ clock, desk: mira, refresh: () => undefined });
  calls.accept(snapshotOf(table, clock.now()));
  phone.connect({ sipUri: 'sip:console-mira@frontdesk.invalid' });
  const commands = createCommandStore({ phone, server, clock, calls, desk: mira });
  return {
    phone,
    calls,
    clock,
    server,
    commands,
    stateOf: (id: string) => commands.store.getState()[id] ?? idle,
    names: () => server.asked.map(({ name }) => name),
  };
}
