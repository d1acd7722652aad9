import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { Call } from '../../../shared/call/call.ts';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell, type Happening } from '../../drivers/fake/story.ts';
import type { DeskCommand } from '../../features/calls/model/command-store.ts';
import { windowSamples } from '../../features/calls/model/quality.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import { frameOf } from '../stream.ts';
import type { ExhibitDesk } from './exhibit.ts';

type Then = (desk: ExhibitDesk) => void;

export const offered = { type: 'offered', to: people.mira, after: 100 } as const satisfies Happening;
export const offeredToAna = { type: 'offered', to: people.ana, after: 100 } as const satisfies Happening;
export const answered = { type: 'answered', by: people.mira, after: 11_000 } as const satisfies Happening;

/** A command that takes its time. */
export const asking =
  (callId: string, command: DeskCommand): Then =>
  ({ model, server, phone }) => {
    const never = () => new Promise<never>(() => undefined);
    Object.assign(server.handlers, { [command]: never });
    phone.nextAnswer = never;
    void model.commands.run(callId, command);
  };

/** A command that is not carried out. */
export const failing =
  (callId: string, command: DeskCommand): Then =>
  ({ model, server }) => {
    Object.assign(server.handlers, { [command]: () => fail({ code: 'pbxUnavailable' } as const) });
    void model.commands.run(callId, command);
  };

/** Somebody writes a note, and so long has passed since. */
export const noting =
  (callId: string, text: string, ms: number, fate: 'kept' | 'slow' | 'refused' = 'kept'): Then =>
  ({ model, server, clock }) => {
    if (fate === 'slow') server.handlers.note = () => new Promise<never>(() => undefined);
    if (fate === 'refused') server.handlers.note = () => fail({ code: 'databaseUnavailable' });
    model.notes.focus(callId, '');
    model.notes.edit(callId, text);
    clock.advance(ms);
  };

/** The microphone is off. */
export const muting =
  (callId: string): Then =>
  ({ model, phone, server }) => {
    server.handlers.mute = () => ok(null);
    void phone.answer(callId);
    void model.commands.run(callId, 'mute');
  };

/** What passes in a second on a line on which nothing is wrong: a packet every 20 ms, both ways. */
const fiftyEachWay = { sent: 50, received: 50, lost: 0 };
type Sound = Partial<typeof fiftyEachWay> & Partial<Pick<LineSample, 'microphone' | 'jitterMs' | 'roundTripMs'>>;

/** The audio has gone like this for as long as its quality is told by. */
export const sounding =
  ({ microphone = 'live', jitterMs = 3, roundTripMs = 18, ...passed }: Sound = {}): Then =>
  ({ phone, clock }) => {
    const each = { ...fiftyEachWay, ...passed };
    const begun = clock.now();
    if (each.received === 0) phone.level = 0;
    phone.nextSample = () => {
      const at = clock.now();
      const seconds = (at - begun) / 1000;
      const counts = { sent: each.sent * seconds, received: each.received * seconds, lost: each.lost * seconds };
      const unknown = { report: null, checksSent: 0, checksAnswered: 0, levelIn: null, levelOut: null };
      return { at, microphone, jitterMs, roundTripMs, ...counts, ...unknown };
    };
    clock.advance(windowSamples * 1000);
  };

/** This caller has called before. */
export const remembering =
  (...earlier: readonly Call[]): Then =>
  ({ server }) => {
    server.handlers.earlierCalls = () => ok({ calls: [...earlier] });
  };

/** Something happens to a call that is on the screen. */
export const happening =
  (callId: string, ...events: readonly CallEvent[]): Then =>
  ({ model }) => {
    for (const event of events) model.calls.accept(frameOf(callId, event));
  };

/** An earlier call: three days ago, with a colleague, for so long, and what was noted. */
export function earlierCall(now: number, caller: Partial<Call['caller']>, note: string): Call {
  const noted: Happening = { type: 'noted', note, after: 60_000 };
  return tell(
    { id: 'earlier', at: now - 3 * 86_400_000, caller },
    offeredToAna,
    { type: 'answered', by: people.ana, after: 9000 },
    noted,
    { type: 'ended', reason: 'callerHungUp', after: 369_000 },
  );
}
