import type { CallEvent } from '../../../shared/call/call-event.ts';
import type { EndReason } from '../../../shared/call/call.ts';
import { callers } from '../../drivers/fake/scenes.ts';
import { people, queues, tell } from '../../drivers/fake/story.ts';
import { snapshotOf } from '../stream.ts';
import { answered, happening, offered, offeredToAna } from './acts.ts';
import { galleryNow, type Exhibit } from './exhibit.ts';

const at = galleryNow;

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
  {
    ...ended('callerHungUp'),
    name: 'ended-while-away',
    acts: ({ model }) => model.calls.accept(snapshotOf([], galleryNow)),
  },
];
