import type { CallState } from '../shared/call/call.ts';
import type { CallEventType } from '../shared/call/call-event.ts';
import { callEventTypes, callStates } from '../shared/call/every.ts';
import { moves } from '../shared/call/moves.ts';

type Row = { readonly [Type in CallEventType]?: { readonly to: readonly CallState[] } };

const rowOf = (state: CallState): Row => moves[state];

/** `to: event, event`, one for every pair of different states. */
function arrowsFrom(from: CallState): readonly string[] {
  return callStates.flatMap((to) => {
    const events = callEventTypes.filter((type) => to !== from && rowOf(from)[type]?.to.includes(to));
    return events.length === 0 ? [] : [`  ${from} --> ${to}: ${events.join(', ')}`];
  });
}

function cell(state: CallState, type: CallEventType): string {
  const move = rowOf(state)[type];
  if (move === undefined) return '';
  return move.to.map((to) => (to === state ? '·' : to)).join(' / ');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page `docs/state-diagram.md`: the table of moves as a Mermaid diagram and as a table, state by event. */
export function drawStateDiagram(): string {
  const diagram = [
    'stateDiagram-v2',
    '  [*] --> queued: arrived',
    ...callStates.flatMap(arrowsFrom),
    '  ended --> [*]',
  ];
  const table = [
    line(['event', ...callStates]),
    line(['---', ...callStates.map(() => '---')]),
    ...callEventTypes
      .filter((type) => type !== 'arrived')
      .map((type) => line([`\`${type}\``, ...callStates.map((state) => cell(state, type))])),
  ];
  return [
    '# The states of a call',
    '',
    'Printed by `npm run diagram` from the table in [`shared/call/moves.ts`](../shared/call/moves.ts); do not edit.',
    'What the states carry is in [`shared/call/call.ts`](../shared/call/call.ts), what the events carry in',
    '[`shared/call/call-event.ts`](../shared/call/call-event.ts).',
    '',
    '```mermaid',
    ...diagram,
    '```',
    '',
    'What each event leads to. `·` stays in the state and changes what it carries; an empty place means that the event',
    'is illegal there: it changes nothing and is reported. `arrived` begins a call and is legal nowhere else.',
    '',
    ...table,
    '',
  ].join('\n');
}
