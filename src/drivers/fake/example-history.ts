import type { Call } from '../../../shared/call/call.ts';
import type { CallEvent } from '../../../shared/call/call-event.ts';
import { eventsOf, people, queues, tell, type Happening } from './story.ts';

const minuteMs = 60_000;
const { mira, ana } = people;
const idOf = (place: number): string => String(place).padStart(32, '0');
const known = (name: string | null, number: string) => ({ name, number, withheld: false });

type Told = { readonly call: Call; readonly events: readonly CallEvent[] };

const offers = [
  { type: 'offered', to: mira, after: 100 },
  { type: 'offered', to: ana, after: 120 },
] as const satisfies readonly Happening[];
const told = (beginning: Parameters<typeof tell>[0], ...happenings: readonly Happening[]): Told => ({
  call: tell(beginning, ...happenings),
  events: eventsOf(beginning, happenings),
});

/** The calls of the examples with their stories, the latest first. */
export function exampleHistory(now: number): readonly Told[] {
  return [
    told(
      {
        id: idOf(101),
        at: now - 10 * minuteMs,
        caller: known('Rijeka Port Authority', '+38551555200'),
        queue: queues.service,
      },
      ...offers,
      { type: 'ended', reason: 'abandoned', after: 91_000 },
    ),
    told(
      { id: idOf(110), at: now - 25 * minuteMs, caller: known('Henrik Aas', '+4722550138') },
      ...offers,
      { type: 'answered', by: mira, after: 11_000 },
      { type: 'recordingStarted', after: 12_000 },
      { type: 'heldByUs', after: 112_000 },
      { type: 'resumed', after: 154_000 },
      { type: 'noted', note: 'Rate for Oslo–Split, 2 × 40 ft. Send before Friday.', after: 200_000 },
      { type: 'ended', reason: 'callerHungUp', after: 381_000 },
    ),
    ...vain(now),
  ];
}

/** Those nobody talked in. */
const vain = (now: number): readonly Told[] => [
  told(
    { id: idOf(111), at: now - 55 * minuteMs, placedBy: ana, caller: known(null, '+16505550184') },
    { type: 'dialled', after: 900 },
    { type: 'alerted', after: 2000 },
    { type: 'ended', reason: 'busy', after: 9000 },
  ),
  told(
    { id: idOf(112), at: now - 90 * minuteMs, caller: { withheld: true }, queue: queues.sales },
    { type: 'wentUnanswered', why: 'nobodySignedIn', after: 200 },
    { type: 'ended', reason: 'missed', after: 6000 },
  ),
];
