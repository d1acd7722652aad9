import type { Call } from '../../../shared/call/call.ts';
import type { Reply, ReplyAnswer } from '../../../shared/reply/reply.ts';
import type { Person } from '../../../shared/protocol/stream.ts';
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

const dialling: Cast = (now) => [
  tell(
    { id: 'c-placed', at: now - 9000, placedBy: mira, caller: { number: '+16505550184' }, queue: queues.service },
    { type: 'dialled', after: 900 },
    { type: 'alerted', after: 2000 },
  ),
];

/** Somebody of the list of those to be called back is on the line. */
const calledBack: Cast = (now) => [
  tell(
    { id: 'c-called-back', at: now - 20_000, placedBy: mira, caller: named('Nyhavn Rederi', '+4533550120') },
    { type: 'dialled', after: 900 },
    { type: 'alerted', after: 2000 },
  ),
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
  dialling: [held, dialling],
  replies: [talking],
  worklist: [calledBack],
};

/** The calls of a scene, as of `now`. Every one has been made by the call machine. */
export const callsOf = (scene: string, now: number): readonly Call[] =>
  (casts[scene] ?? []).flatMap((cast) => cast(now));

/** Names as nobody should have them, and as some do. */
export const hostileNames = {
  markup: '<img src=x onerror=alert(1)><b>Bold</b>',
  rightToLeft: 'שלום עולם (חשבונות)',
  emoji: 'Kiosk 24 🍦👩‍👩‍👧‍👦 Ice & Co 🇭🇷',
  /** 80 characters. */
  long: 'Donaudampfschifffahrtsgesellschaft Süd-Ost Lager und Logistik GmbH & Co. KG Linz',
};

function hostile(now: number): readonly Call[] {
  return [
    ...Object.values(hostileNames).map((name, index) =>
      tell({ id: `c-hostile-${index}`, at: now - 20_000 + index * 1000, caller: named(name, '+38515550142') }, offered),
    ),
    tell({ id: 'c-withheld', at: now - 5000, caller: { withheld: true } }, offered),
  ];
}

/** Whoever works here, and how they stand. */
export function staffOf(now: number): readonly Person[] {
  const until = now + 1_800_000;
  const one = (name: string, extension: string, presence: Person['presence'], more: Partial<Person> = {}): Person => ({
    id: `user-${extension}`,
    name,
    extension,
    presence,
    since: now - 252_000,
    until: null,
    ...more,
  });
  return [
    { ...one(mira.name, '204', 'available'), id: mira.userId },
    one('Luka Horvat', '214', 'available'),
    one('Ingrid Solberg', '231', 'onCall'),
    one('Tomás Ferreira', '256', 'available'),
    one('Priya Raman', '201', 'doNotDisturb', { until }),
    { ...one(ana.name, '210', 'onCall', { since: now - 48_000 }), id: ana.userId },
    one('Marko Jurić', '216', 'away', { until }),
    one('Beatriz Núñez', '301', 'available'),
    one('Oskar Nyström', '304', 'available'),
    one('Mei-Ling Chou', '306', 'offline'),
  ];
}

const dayMs = 86_400_000;
const notes: Readonly<Record<string, string>> = {
  'c-ana': 'Wants a delivery date for order 4471.',
  'c-henrik': 'Rate for Oslo–Split, 2 × 40 ft. Send before Friday.',
};

/** The earlier calls of whoever calls now: two of them have called before. */
export function earlierCallsOf(callId: string, now: number): readonly Call[] {
  const note = notes[callId];
  if (note === undefined) return [];
  return [
    tell(
      { id: `${callId}-before`, at: now - 3 * dayMs },
      offeredToAna,
      { type: 'answered', by: ana, after: 9000 },
      { type: 'noted', note, after: 60_000 },
      { type: 'ended', reason: 'callerHungUp', after: 369_000 },
    ),
  ];
}

/** What callers have answered in a scene: an urgent wish to be called back, and a yes; for the list, one without a number. */
export function repliesOf(scene: string, now: number): readonly Reply[] {
  if (scene !== 'replies') return [];
  const by = { userId: mira.userId, name: mira.name };
  const one = (
    id: string,
    answer: ReplyAnswer,
    caller: Partial<Reply['caller']>,
    more: Partial<Reply> = {},
  ): Reply => ({
    id,
    version: 1,
    callId: `call-of-${id}`,
    queue: queues.service,
    caller: { number: null, name: null, withheld: false, ...caller },
    by,
    sentAt: now - 90_000,
    text: 'Can I call you back in 10 minutes?',
    language: 'en',
    voice: 'rms',
    fellBack: false,
    messageMs: 2000,
    answer,
    result: { Phn: '', Nm: '', Sts: '0', Resp: '1', ExtNfo: '' },
    answeredAt: now - 60_000,
    voicemail: null,
    handled: null,
    ...more,
  });
  const urgent = { Phn: '', Nm: '', Sts: '0', Resp: '3', ExtNfo: '+16505550184' } as const;
  return [
    one('r-urgent', 'urgent', { number: '+16505550119' }, { result: urgent }),
    one('r-yes', 'yes', callers.anaKovac),
    one('r-withheld', 'no', { withheld: true }),
    one('r-done', 'yes', callers.sofie, { handled: { at: now - 30_000, by } }),
  ];
}
