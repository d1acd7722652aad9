import type { Call, CallIn } from '../../../../shared/call/call.ts';
import type { Farewell } from './farewell.ts';
import { placeOf, type Desk, type Place } from './place-of.ts';

/** What stands in a lane, in the order it stands there. */
export type Entry =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'farewell'; readonly farewell: Farewell };

export type Lanes = {
  /** Calls that ring at this desk, and what is left of those that just stopped. */
  readonly comingIn: readonly Entry[];
  readonly ringingHere: readonly CallIn<'ringing'>[];
  readonly ringingElsewhere: readonly CallIn<'ringing'>[];
  readonly waiting: readonly Call[];
  readonly hearingMessage: readonly Call[];
  readonly withYou: readonly Entry[];
  /** The calls this desk has. */
  readonly yours: readonly Call[];
  readonly onYourOtherDesk: readonly Call[];
};

/**
 * The lanes of one desk. Longest wait first, by when the call arrived, which never changes: nothing on the screen ever
 * changes places, so nobody presses the wrong card.
 */
export function lanesOf(
  calls: Readonly<Record<string, Call>>,
  farewells: Readonly<Record<string, Farewell>>,
  desk: Desk,
): Lanes {
  const all = Object.values(calls).sort(byArrival);
  const at = (place: Place): readonly Call[] => all.filter((call) => placeOf(call, desk) === place);
  const gone = Object.values(farewells).filter(({ call }) => !isShown(calls[call.id], desk));
  const ringingHere = at('ringingHere').filter(isRinging);
  const yours = at('withYou');
  return {
    comingIn: merge(
      ringingHere,
      gone.filter(({ lane }) => lane === 'comingIn'),
    ),
    ringingHere,
    ringingElsewhere: at('ringingElsewhere').filter(isRinging),
    waiting: at('waiting'),
    hearingMessage: at('hearingMessage'),
    withYou: currentFirst(
      merge(
        yours,
        gone.filter(({ lane }) => lane === 'withYou'),
      ),
    ),
    yours,
    onYourOtherDesk: at('onYourOtherDesk'),
  };
}

/** Whether this desk's side of the call was lost: the caller hears music until somebody rejoins. */
export const isLost = (call: Call): boolean => call.state === 'held' && call.by === 'legLost';

/** The call of an entry, as it is or as it was. */
export const callOf = (entry: Entry): Call => (entry.kind === 'call' ? entry.call : entry.farewell.call);

const isRinging = (call: Call): call is CallIn<'ringing'> => call.state === 'ringing';

/** A call that rings here again, or is with us, is not to stand beside its own farewell. */
const isShown = (call: Call | undefined, desk: Desk): boolean =>
  call !== undefined && ['ringingHere', 'withYou'].includes(placeOf(call, desk));

const byArrival = (a: Call, b: Call): number => a.arrivedAt - b.arrivedAt || a.id.localeCompare(b.id);

/** The call that is on stands above those on hold, and so does what is left of it. */
const currentFirst = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.filter((entry) => callOf(entry).state !== 'held'),
  ...entries.filter((entry) => callOf(entry).state === 'held'),
];

function merge(calls: readonly Call[], farewells: readonly Farewell[]): readonly Entry[] {
  const entries: Entry[] = [
    ...calls.map((call) => ({ kind: 'call', call }) as const),
    ...farewells.map((farewell) => ({ kind: 'farewell', farewell }) as const),
  ];
  return entries.sort((a, b) => byArrival(callOf(a), callOf(b)));
}
