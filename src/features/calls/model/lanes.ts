import type { Call, CallIn } from '../../../../shared/call/call.ts';
import type { Farewell } from './farewell.ts';
import { isBusy, placeOf, type Desk, type Place } from './place-of.ts';

/** What stands in a lane, in the order it stands there. */
export type Entry =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'farewell'; readonly farewell: Farewell };

export type Lanes = {
  /** Calls that can be answered from a card, and what is left of those that just stopped. */
  readonly comingIn: readonly Entry[];
  /** The calls of these cards: those that ring here, and while this desk is not free those that others are rung for. */
  readonly answerable: readonly CallIn<'ringing' | 'queued'>[];
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
  const busy = isBusy(all, desk);
  const at = (place: Place): readonly Call[] => all.filter((call) => placeOf(call, desk, busy) === place);
  const gone = Object.values(farewells).filter(({ call }) => !isShown(calls[call.id], desk, busy));
  const ringingHere = at('ringingHere').filter(isRinging);
  const answerable = [...ringingHere, ...at('takeable').filter(isWaiting)].sort(byArrival);
  const yours = at('withYou');
  return {
    comingIn: merge(
      answerable,
      gone.filter(({ lane }) => lane === 'comingIn'),
    ),
    answerable,
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

/** The call this desk is on; on hold by the caller it is still the one that is on. */
export const currentOf = ({ yours }: Pick<Lanes, 'yours'>): Call | undefined =>
  yours.find(({ state }) => state !== 'held') ?? yours.find((call) => call.state === 'held' && call.by === 'them');

/** The call F2 takes: the chosen one, else the longest waiting; none while a lost call is to be rejoined first. */
export function selectedOf({ answerable, yours }: Pick<Lanes, 'answerable' | 'yours'>, chosenId: string | null) {
  if (yours.some(isLost)) return null;
  return answerable.some(({ id }) => id === chosenId) ? chosenId : (answerable[0]?.id ?? null);
}

/** The one that stands for all that ring where there is room for one: that which F2 takes. */
export const firstOf = ({ answerable }: Pick<Lanes, 'answerable'>, selectedId: string | null) =>
  answerable.find(({ id }) => id === selectedId) ?? answerable[0];

/** Who rings, here or as a card to be answered, and who waits without ringing anywhere; each with the longest wait first. */
export function whoWaits({ answerable, waiting }: Pick<Lanes, 'answerable' | 'waiting'>) {
  const queued = answerable.filter(({ state }) => state === 'queued');
  return {
    ringing: answerable.filter(({ state }) => state === 'ringing'),
    waiting: [...queued, ...waiting].sort(byArrival),
  };
}

/** The call that F8 and Shift+F8 go back to: the one held for longest. */
export const longestHeld = ({ yours }: Pick<Lanes, 'yours'>): Call | undefined =>
  yours
    .filter((call) => call.state === 'held')
    .filter(({ by }) => by === 'us')
    .toSorted((a, b) => a.since - b.since)[0];

/** The call of an entry, as it is or as it was. */
export const callOf = (entry: Entry): Call => (entry.kind === 'call' ? entry.call : entry.farewell.call);

const isRinging = (call: Call): call is CallIn<'ringing'> => call.state === 'ringing';

const isWaiting = (call: Call): call is CallIn<'ringing' | 'queued'> =>
  call.state === 'ringing' || call.state === 'queued';

/** A call that rings here again, or is with us, is not to stand beside its own farewell. */
const isShown = (call: Call | undefined, desk: Desk, busy: boolean): boolean =>
  call !== undefined && ['ringingHere', 'takeable', 'withYou'].includes(placeOf(call, desk, busy));

const byArrival = (a: Call, b: Call): number => a.arrivedAt - b.arrivedAt || a.id.localeCompare(b.id);

/** The call that is on stands above those on hold, and so does what is left of one that was: it moves no call that is on. */
const currentFirst = (entries: readonly Entry[]): readonly Entry[] => [
  ...entries.filter((entry) => entry.kind === 'call' && entry.call.state !== 'held'),
  ...entries.filter((entry) => entry.kind === 'farewell' && entry.farewell.call.state !== 'held'),
  ...entries.filter((entry) => callOf(entry).state === 'held'),
];

function merge(calls: readonly Call[], farewells: readonly Farewell[]): readonly Entry[] {
  const entries: Entry[] = [
    ...calls.map((call) => ({ kind: 'call', call }) as const),
    ...farewells.map((farewell) => ({ kind: 'farewell', farewell }) as const),
  ];
  return entries.sort((a, b) => byArrival(callOf(a), callOf(b)));
}
