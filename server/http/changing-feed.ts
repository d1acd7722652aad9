import { ok } from '../../shared/result.ts';
import type { ServerFrame } from '../../shared/protocol/stream.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { Stored } from '../ports/stores.ts';
import { viewerOf } from './call-routes.ts';
import { openFeed, type Feed } from './feed.ts';
import type { HttpParts } from './http-parts.ts';

/** The feed of a page whose person may see other calls than before: their queues and their role are read each time. */
export function createChangingFeed(parts: HttpParts, who: SignedIn, send: (frame: ServerFrame) => void) {
  let feed: Feed | undefined;
  let last: Stored<void> = Promise.resolve(ok());
  const begin = async (after: number | undefined): Stored<void> => {
    const user = await parts.users.find(who.user.id);
    if (!user.ok) return user;
    const viewer = await viewerOf(parts, { ...who, user: user.value ?? who.user });
    if (!viewer.ok) return viewer;
    feed?.close();
    feed = await openFeed(parts, viewer.value, after, send);
    return ok();
  };
  return {
    /** From now on as they are now: what was missed after `after`, or everything anew. One at a time. */
    follow: (after: number | undefined): Stored<void> => (last = last.then(() => begin(after))),
    close: (): void => feed?.close(),
  };
}
