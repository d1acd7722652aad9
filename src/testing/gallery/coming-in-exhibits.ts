import type { Call, Caller } from '../../../shared/call/call.ts';
import { callers, hostileNames } from '../../drivers/fake/scenes.ts';
import { people, queues, tell, type Happening } from '../../drivers/fake/story.ts';
import { answered, asking, earlierCall, failing, offered, offeredToAna, remembering } from './acts.ts';
import { galleryNow, type Exhibit } from './exhibit.ts';

/** A call that rings here, that long. */
const ringing = (name: string, seconds: number, caller: Partial<Caller>, more: Partial<Exhibit> = {}): Exhibit => ({
  name,
  lane: 'comingIn',
  calls: (now) => [tell({ id: name, at: now - seconds * 1000, caller }, offered)],
  ...more,
});

const known = earlierCall(galleryNow, callers.anaKovac, 'Wants a delivery date for order 4471.');
const { number } = callers.anaKovac;

/** A call that is on, so that what others are rung for can be taken as well. */
const busyWith = (now: number) =>
  tell({ id: 'busy', at: now - 60_000, caller: { name: 'Sofie Mertens', number: '+3235550166' } }, offered, answered);

/** Who rings here. */
export const ringingExhibits: readonly Exhibit[] = [
  ringing('ringing-fresh', 7, callers.anaKovac, { isSelected: true }),
  ringing('ringing-over-30-s', 34, callers.anaKovac),
  ringing('ringing-withheld', 9, { withheld: true }),
  ringing('ringing-without-name', 9, { number: '+16505550119' }),
  ringing('ringing-without-anything', 9, {}),
  ringing('ringing-diverted', 9, { ...callers.anaKovac, divertedFrom: '+38512345678' }),
  ringing('ringing-called-before', 12, callers.anaKovac, { acts: remembering(known), isSelected: true }),
  ringing('ringing-80-characters', 9, { name: hostileNames.long, number }, { isSelected: true }),
  ringing('ringing-right-to-left', 9, { name: hostileNames.rightToLeft, number }),
  ringing('ringing-emoji', 9, { name: hostileNames.emoji, number }),
  ringing('ringing-markup', 9, { name: hostileNames.markup, number }),
  {
    name: 'ringing-several',
    lane: 'comingIn',
    isSelected: true,
    calls: (now) => [
      tell({ id: 'several-1', at: now - 34_000, caller: callers.anaKovac }, offered),
      tell({ id: 'several-2', at: now - 21_000, caller: callers.chiara, queue: queues.sales }, offered, offeredToAna),
      tell({ id: 'several-3', at: now - 9000, caller: { number: '+16505550119' }, queue: queues.service }, offered),
    ],
  },
  ringing('answering', 7, callers.anaKovac, { acts: asking('answering', 'answer') }),
  ringing('rejecting', 7, callers.anaKovac, { acts: asking('rejecting', 'reject') }),
  ringing('reject-failed', 7, callers.anaKovac, { acts: failing('reject-failed', 'reject') }),
  ringing('held-by-pbx', 34, callers.anaKovac, {
    isSelected: true,
    line: { isLost: true, unavailable: 'Reconnecting… calls are being held by the PBX.' },
  }),
];

/** Who can be taken while a call is on, though this desk is not rung. */
export const takeableExhibits: readonly Exhibit[] = [
  {
    name: 'takeable-ringing-at-colleague',
    lane: 'comingIn',
    calls: (now) => [
      busyWith(now),
      tell({ id: 'takeable', at: now - 12_000, caller: callers.jelena, queue: queues.sales }, offeredToAna),
    ],
  },
  {
    name: 'takeable-waiting',
    lane: 'comingIn',
    calls: (now) => [
      busyWith(now),
      tell({ id: 'takeable-2', at: now - 12_000, caller: callers.rijeka, queue: queues.service }),
    ],
  },
];

/** Who has no card: one line each. */
export const rowExhibits: readonly Exhibit[] = [
  {
    name: 'waiting',
    lane: 'comingIn',
    calls: (now) => [
      tell({ id: 'w-1', at: now - 72_000, caller: callers.rijeka, queue: queues.service }),
      tell({ id: 'w-2', at: now - 40_000, caller: { number: '+442079460301' } }),
      tell({ id: 'w-3', at: now - 15_000, caller: { name: hostileNames.long, number }, queue: queues.sales }),
    ],
  },
  {
    name: 'ringing-at-colleagues',
    lane: 'comingIn',
    calls: (now) => [
      tell({ id: 'r-1', at: now - 14_000, caller: callers.jelena, queue: queues.sales }, offeredToAna),
      tell({ id: 'r-2', at: now - 12_000, caller: callers.rijeka }, offeredToAna),
      tell({ id: 'r-3', at: now - 10_000, caller: { withheld: true } }, offeredToAna),
    ],
    acts: (desk) => {
      asking('r-2', 'answer')(desk);
      const { handlers } = desk.server;
      const before = handlers.answer;
      failing('r-3', 'answer')(desk);
      if (before !== undefined) handlers.answer = before;
    },
  },
  {
    name: 'replies-playing',
    lane: 'comingIn',
    calls: (now) => [
      replied('p-1', now - 9000, callers.jelena),
      replied('p-2', now - 38_000, callers.rijeka, { step: 'choosing', heard: 2, digits: '', after: 10 }),
      replied(
        'p-3',
        now - 36_000,
        { number: '+16505550119' },
        { step: 'keyingNumber', heard: 1, digits: '165055', after: 10 },
      ),
      replied(
        'p-4',
        now - 48_000,
        { withheld: true },
        { step: 'leavingVoicemail', heard: 1, digits: '', after: 29_000 },
      ),
    ],
    acts: failing('p-1', 'answer'),
  },
  {
    name: 'hearing-a-message',
    lane: 'comingIn',
    calls: (now) => [
      tell(
        { id: 'm-1', at: now - 14_000, caller: callers.jelena },
        { type: 'wentUnanswered', why: 'timedOut', after: 9 },
      ),
      tell({ id: 'm-2', at: now - 12_000, caller: callers.rijeka }, { type: 'voicemailStarted', after: 9 }),
    ],
  },
];

type Stepped = Omit<Extract<Happening, { readonly type: 'replyStepped' }>, 'type'>;

/** A caller who is in the menu of Mira's reply. */
const replied = (id: string, at: number, caller: Partial<Caller>, ...steps: readonly Stepped[]): Call =>
  tell(
    { id, at, caller },
    offered,
    { type: 'replyStarted', by: people.mira, replyId: `reply-${id}`, after: 5 },
    ...steps.map((step) => ({ type: 'replyStepped', ...step }) as const),
  );
