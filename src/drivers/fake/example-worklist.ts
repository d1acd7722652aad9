import type { WorkItem } from '../../../shared/worklist/worklist.ts';
import { people, queues } from './story.ts';

const minuteMs = 60_000;
const { mira, ana } = people;
const luka = { userId: 'user-214', name: 'Luka Horvat' };
const petra = { userId: 'user-petra', name: 'Petra Zima' };
const accounts = { id: 'accounts', name: 'Accounts' };

const idOf = (place: number): string => String(place).padStart(32, '0');

/** One caller who hung up while waiting, unless more is said; each with an id of its own. */
export const workItemOf = (place: number, now: number, more: Partial<WorkItem> = {}): WorkItem => {
  const caller = more.caller ?? { number: '+38551555200', name: 'Rijeka Port Authority', withheld: false };
  return {
    id: idOf(place),
    version: 1,
    callId: idOf(100 + place),
    queue: queues.service,
    missedAt: now - 10 * minuteMs,
    waitedMs: 91_000,
    tries: 1,
    what: 'abandoned',
    replyId: null,
    recordingId: null,
    callBackOn: caller.number,
    owner: null,
    ownedAt: null,
    dueAt: null,
    done: null,
    ...more,
    caller,
  };
};

const known = (name: string | null, number: string) => ({ name, number, withheld: false });

const owned = (owner: NonNullable<WorkItem['owner']>, now: number, dueInMinutes: number | null) => ({
  owner: { userId: owner.userId, name: owner.name },
  ownedAt: now - 30 * minuteMs,
  dueAt: dueInMinutes === null ? null : now + dueInMinutes * minuteMs,
});

/** The callers to be called back of the examples, as of `now` (ms since the epoch). */
export function exampleWorklist(now: number): readonly WorkItem[] {
  const one = (place: number, minutes: number, caller: WorkItem['caller'], more: Partial<WorkItem> = {}): WorkItem =>
    workItemOf(place, now, { missedAt: now - minutes * minuteMs, caller, ...more });
  const withheld = { number: null, name: null, withheld: true };
  const left = { queue: queues.main, what: 'voicemail', recordingId: idOf(900), waitedMs: 40_000 } as const;
  const urgent = { queue: queues.main, what: 'urgent', replyId: 'reply-1', callBackOn: '+38515550199' } as const;
  return [
    one(1, 10, known('Rijeka Port Authority', '+38551555200'), { tries: 3 }),
    one(2, 15, known(null, '+442079460301'), left),
    one(3, 34, known('Nyhavn Rederi', '+4533550120'), { queue: queues.sales, ...owned(mira, now, null) }),
    one(4, 52, known('Sofie Mertens', '+3235550166'), { queue: accounts, tries: 2, ...owned(petra, now, 44) }),
    one(5, 73, known('Brodokov d.o.o.', '+38515550142'), { ...urgent, ...owned(luka, now, -18) }),
    one(6, 115, withheld, { what: 'missed', waitedMs: 64_000 }),
    one(7, 154, known('Porto Nuovo S.p.A.', '+390105550133'), { what: 'closed', tries: 2 }),
    ...doneOf(now),
  ];
}

function doneOf(now: number): readonly WorkItem[] {
  const by = (who: { readonly userId: string; readonly name: string }) => ({ userId: who.userId, name: who.name });
  return [
    workItemOf(8, now, {
      missedAt: now - 170 * minuteMs,
      caller: known('Henrik Aas', '+4722550138'),
      done: { at: now - 20 * minuteMs, by: by(ana), how: 'spoken' },
    }),
    workItemOf(9, now, {
      missedAt: now - 190 * minuteMs,
      caller: known(null, '+49405550177'),
      done: { at: now - 50 * minuteMs, by: by(mira), how: 'marked' },
    }),
  ];
}
