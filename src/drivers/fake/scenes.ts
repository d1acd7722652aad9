import type { Call } from '../../../shared/call/call.ts';
import { people, queues, tell } from './story.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 100 } as const;
const offeredToAna = { type: 'offered', to: ana, after: 100 } as const;
const answered = (after: number) => ({ type: 'answered', by: mira, after }) as const;
const named = (name: string, number: string) => ({ name, number });

export const callers = {
  anaKovac: named('Ana Kovač', '+38515550142'),
  henrik: named('Henrik Aas', '+4722550138'),
  chiara: named('Chiara Bellini', '+390405550172'),
  jelena: named('Jelena Marić', '+38520555014'),
  rijeka: named('Rijeka Port Authority', '+38551555001'),
  sofie: named('Sofie Mertens', '+3235550166'),
};

type Cast = (now: number) => readonly Call[];

const ringing: Cast = (now) => [
  tell({ id: 'c-ana', at: now - 34_000, caller: callers.anaKovac }, offered),
  tell({ id: 'c-unknown', at: now - 9000, caller: { number: '+16505550119' }, queue: queues.service }, offered),
];
const ringingAtBoth: Cast = (now) => [
  tell({ id: 'c-ana', at: now - 34_000, caller: callers.anaKovac }, offered),
  tell({ id: 'c-jelena', at: now - 9000, caller: callers.jelena, queue: queues.sales }, offered, offeredToAna),
];
const elsewhere: Cast = (now) => [
  tell({ id: 'c-jelena', at: now - 14_000, caller: callers.jelena, queue: queues.sales }, offeredToAna),
];
const talking: Cast = (now) => [
  tell({ id: 'c-henrik', at: now - 203_000, caller: callers.henrik, queue: queues.sales }, offered, answered(11_000)),
];
const held: Cast = (now) => [
  tell({ id: 'c-chiara', at: now - 240_000, caller: callers.chiara, queue: queues.service }, offered, answered(8000), {
    type: 'heldByUs',
    after: 112_000,
  }),
];
const waiting: Cast = (now) => [
  tell({ id: 'c-rijeka', at: now - 72_000, caller: callers.rijeka, queue: queues.service }),
  tell({ id: 'c-london', at: now - 40_000, caller: { number: '+442079460301' } }),
  tell({ id: 'c-sofie', at: now - 15_000, caller: callers.sofie, queue: queues.sales }),
];
const lost: Cast = (now) => [
  tell({ id: 'c-lost', at: now - 100_000, caller: callers.henrik, queue: queues.sales }, offered, answered(5000), {
    type: 'legLost',
    after: 94_000,
  }),
];

const everything = [ringing, talking, held, elsewhere, waiting];
const casts: Readonly<Record<string, readonly Cast[]>> = {
  main: everything,
  offline: everything,
  sound: everything,
  window: everything,
  ringing: [ringing, elsewhere],
  denied: [ringing, elsewhere],
  active: [ringing, talking],
  gone: [ringingAtBoth, talking],
  call: [talking],
  hostile: [hostile, talking],
  lost: [lost],
};

/** The calls of a scene, as of `now`. Every one has been made by the call machine. */
export const callsOf = (scene: string, now: number): readonly Call[] =>
  (casts[scene] ?? []).flatMap((cast) => cast(now));

/** Names as nobody should have them. */
function hostile(now: number): readonly Call[] {
  const names = [
    '<img src=x onerror=alert(1)><b>Bold</b>',
    'שלום עולם (חשבונות)',
    'A very long name of a company that does not fit on one line and goes on for quite a while GmbH & Co. KG',
  ];
  return [
    ...names.map((name, index) =>
      tell({ id: `c-hostile-${index}`, at: now - 20_000 + index * 1000, caller: named(name, '+38515550142') }, offered),
    ),
    tell({ id: 'c-withheld', at: now - 5000, caller: { withheld: true } }, offered),
  ];
}
