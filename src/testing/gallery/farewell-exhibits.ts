import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { EndReason } from '../../../shared/call/call.ts';
import { fail } from '../../../shared/result.ts';
import type { FakeServer } from '../../drivers/fake/fake-server.ts';
import { callers } from '../../drivers/fake/scenes.ts';
import { people, queues, tell } from '../../drivers/fake/story.ts';
import { strings } from '../../lib/strings/strings.ts';
import { snapshotOf } from '../stream.ts';
import { answered, happening, noting, offered, offeredToAna } from './acts.ts';
import { galleryNow, type Exhibit } from './exhibit.ts';

const at = galleryNow;

const redialling =
  (callId: string, placeCall: NonNullable<FakeServer['handlers']['placeCall']>): NonNullable<Exhibit['acts']> =>
  ({ model, server }) => {
    server.handlers.placeCall = placeCall;
    void model.placing.place({ number: '+16505550184', from: `redial-${callId}` });
  };

/** A call that rang here a moment ago, and what became of it. */
const stopped = (name: string, event: CallEvent): Exhibit => ({
  name,
  lane: 'comingIn',
  calls: (now) => [
    tell({ id: name, at: now - 14_000, caller: callers.jelena, queue: queues.sales }, offered, offeredToAna),
  ],
  acts: happening(name, event),
});

/** A call that was with us a moment ago, and why it is not any more. */
const ended = (reason: EndReason): Exhibit => ({
  name: `ended-${reason}`,
  lane: 'withYou',
  calls: (now) => [
    tell({ id: `ended-${reason}`, at: now - 90_000, caller: callers.henrik, queue: queues.sales }, offered, answered),
  ],
  acts: happening(`ended-${reason}`, { type: 'ended', reason, at }),
});

/** A call that ended in the middle of a note. */
const endedWhileNoting = (name: string, fate: 'slow' | 'refused'): Exhibit => ({
  name,
  lane: 'withYou',
  calls: (now) => [
    tell({ id: name, at: now - 90_000, caller: callers.henrik, queue: queues.sales }, offered, answered),
  ],
  acts: (desk) => {
    noting(name, 'Send the rate for reefers before Friday, and call when', 100, fate)(desk);
    happening(name, { type: 'ended', reason: 'callerHungUp', at })(desk);
  },
});

/** A number that was called a moment ago, and what became of it. */
const unreached = (reason: EndReason, more: Partial<Exhibit> = {}): Exhibit => ({
  name: `called-${reason}`,
  lane: 'withYou',
  calls: (now) => [
    tell(
      {
        id: more.name ?? `called-${reason}`,
        at: now - 60_000,
        placedBy: people.mira,
        caller: { number: '+16505550184' },
      },
      { type: 'dialled', after: 800 },
    ),
  ],
  acts: happening(more.name ?? `called-${reason}`, { type: 'ended', reason, at }),
  ...more,
});

/** What is left of a number that did not answer, for long enough to call it again. */
export const unreachedExhibits: readonly Exhibit[] = [
  ...(['busy', 'declined', 'noAnswer', 'unknownNumber', 'unreachable', 'failed', 'weHungUp'] as const).map((reason) =>
    unreached(reason),
  ),
  unreached('busy', { name: 'called-busy-no-line', line: { noDialling: strings.dialling.notPossible } }),
  unreached('busy', {
    name: 'called-busy-redialling',
    acts: (desk) => {
      happening('called-busy-redialling', { type: 'ended', reason: 'busy', at })(desk);
      redialling('called-busy-redialling', () => new Promise<never>(() => undefined))(desk);
    },
  }),
  unreached('busy', {
    name: 'called-busy-redial-failed',
    acts: (desk) => {
      happening('called-busy-redial-failed', { type: 'ended', reason: 'busy', at })(desk);
      redialling('called-busy-redial-failed', () => fail({ code: 'tooManyCalls' }))(desk);
    },
  }),
];

const home = { ...people.mira, consoleId: 'console-mira-home' };

/** What is left for 5 s of a call that has gone. */
export const farewellExhibits: readonly Exhibit[] = [
  stopped('answered-elsewhere', { type: 'answered', by: people.ana, at }),
  {
    ...stopped('answered-at-your-other-desk', { type: 'answered', by: home, at }),
    calls: (now) => [
      tell({ id: 'answered-at-your-other-desk', at: now - 14_000, caller: callers.jelena }, offered, {
        type: 'offered',
        to: home,
        after: 200,
      }),
    ],
  },
  stopped('caller-gave-up', { type: 'ended', reason: 'abandoned', at }),
  stopped('nobody-answered', { type: 'ended', reason: 'missed', at }),
  ...(['callerHungUp', 'weHungUp', 'lost', 'failed', 'transferred', 'replied', 'voicemailLeft'] as const).map(ended),
  endedWhileNoting('ended-while-noting', 'slow'),
  endedWhileNoting('ended-note-failed', 'refused'),
  {
    ...ended('callerHungUp'),
    name: 'ended-while-away',
    acts: ({ model }) => model.calls.accept(snapshotOf([], galleryNow)),
  },
];
