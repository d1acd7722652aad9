import { dismissMenu } from '../../shared/reply/take-input.ts';
import type { Desk } from './desk.ts';
import { perform } from './reply-menu.ts';

/** A goodbye is one word; whoever has not heard it by then is let go without. */
const goodbyeWithinMs = 4_000;
const lookEveryMs = 50;

/** The server goes down: callers in the menu are told goodbye, and what they had answered is kept. Resolves when they are gone. */
export async function dismissReplies(desk: Desk): Promise<void> {
  const menus = () => desk.live.all().filter((live) => live.reply !== null);
  await Promise.all(
    menus().map((live) =>
      live.inOrder(async () => {
        if (live.reply !== null) await perform(desk, live, dismissMenu(live.reply.menu));
      }),
    ),
  );
  for (let waited = 0; menus().length > 0 && waited < goodbyeWithinMs; waited += lookEveryMs) {
    await new Promise<void>((resolve) => void desk.clock.after(lookEveryMs, resolve));
  }
}
