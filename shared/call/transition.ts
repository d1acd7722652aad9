import type { Call } from './call.ts';
import type { CallEvent, CallEventOf, CallEventType } from './call-event.ts';
import { moves, type Move } from './moves.ts';

export type Transition =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly illegal: IllegalMove };

/** An event that the table does not allow here: it changes nothing and is to be reported. */
export type IllegalMove = { readonly state: Call['state'] | 'none'; readonly event: CallEventType };

/**
 * What becomes of a call when something happens to it. Pure: no clock, no ids, nothing but the table.
 * A call begins with `arrived` or `placed`; any other event for a call that is not there is illegal, and so is a second
 * beginning.
 */
export function transition(call: Call | undefined, event: CallEvent): Transition {
  if (call === undefined) return isBeginning(event) ? { ok: true, call: begin(event) } : refuse(undefined, event);
  const next = moveOf(call, event)?.apply(call, notBefore(momentOf(call), event));
  return next === undefined ? refuse(call, event) : { ok: true, call: next };
}

/** Since when the call is as it is. */
const momentOf = (call: Call): number => (call.state === 'ended' ? call.at : call.since);

/** A clock that is set back must not make a call shorter than nothing: no event happens before the state it leaves. */
const notBefore = (moment: number, event: CallEvent): CallEvent =>
  event.at < moment ? { ...event, at: moment } : event;

function moveOf(call: Call, event: CallEvent): Move<Call['state'], CallEventType> | undefined {
  const row = moves[call.state];
  // The table is keyed by state and event, so the move found under both takes exactly this call and this event;
  // the compiler cannot follow a pair of keys, hence the one cast.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.hasOwn(row, event.type) ? (row as Row)[event.type] : undefined;
}

type Row = { readonly [Type in CallEventType]?: Move<Call['state'], CallEventType> };

const refuse = (call: Call | undefined, event: CallEvent): Transition => ({
  ok: false,
  illegal: { state: call?.state ?? 'none', event: event.type },
});

type Beginning = CallEventOf<'arrived' | 'placed'>;

const isBeginning = (event: CallEvent): event is Beginning => event.type === 'arrived' || event.type === 'placed';

function begin(event: Beginning): Call {
  const { id, at, caller, dialled, queue } = event;
  const base = { id, arrivedAt: at, caller, dialled, queue, answeredAt: null, muted: false, note: '' };
  return event.type === 'arrived'
    ? { ...base, recording: 'off', direction: 'inbound', agent: null, state: 'queued', since: at }
    : {
        ...base,
        recording: 'off',
        direction: 'outbound',
        agent: event.by,
        state: 'dialling',
        since: at,
        progress: 'desk',
      };
}
