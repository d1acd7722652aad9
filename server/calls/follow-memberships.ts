import type { Desk } from './desk.ts';
import { offerWaitingCalls } from './offer.ts';

/**
 * The desks of these people ring for other queues than before, from now on; what waits there rings at once. What rings
 * already goes on. For the time in which the database does not answer it stays as it was.
 */
export async function followMemberships(desk: Desk, userIds: readonly string[]): Promise<void> {
  const theirs = desk.consoles.all().filter(({ agent }) => userIds.includes(agent.userId));
  await Promise.all(
    theirs.map(async ({ agent }) => {
      const queues = await desk.directory.queuesOf(agent.userId);
      const console = desk.consoles.get(agent.consoleId);
      if (!queues.ok || console === undefined) return;
      desk.consoles.add({ ...console, queueIds: queues.value.map(({ id }) => id) });
      await offerWaitingCalls(desk, agent.consoleId);
    }),
  );
}
