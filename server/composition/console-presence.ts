import type { Agent } from '../../shared/call/call.ts';
import type { Reception } from '../calls/reception.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Directory } from '../ports/stores.ts';

const firstRetryMs = 1_000;
const slowestRetryMs = 15_000;

type Parts = {
  readonly directory: Pick<Directory, 'queuesOf'>;
  readonly reception: Pick<Reception, 'consoleReady' | 'consoleGone'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** A page that is registered, from then until it is gone. */
type Registered = { readonly agent: Agent; readonly pageId: string; stopWaiting: () => void };

/** A console that has registered becomes one that can ring, as soon as it is known for which queues. */
export function consolePresence({ directory, reception, clock, log }: Parts, agents: ReadonlyMap<string, Agent>) {
  /** It may have gone, and another come, while its queues were being read. */
  const present = new Map<string, Registered>();

  const ready = async (page: Registered, retryMs: number): Promise<void> => {
    const { agent, pageId } = page;
    const queues = await directory.queuesOf(agent.userId);
    if (present.get(agent.consoleId) !== page) return;
    if (queues.ok) {
      reception.consoleReady({ agent, queueIds: queues.value.map(({ id }) => id), pageId });
      return;
    }
    log.warn({ consoleId: agent.consoleId }, 'a console cannot ring yet: its queues could not be read; tried again');
    page.stopWaiting = clock.after(retryMs, () => begin(page, Math.min(retryMs * 2, slowestRetryMs)));
  };
  const begin = (page: Registered, retryMs: number): void => {
    ready(page, retryMs).catch((error: unknown) => log.error({ err: error }, 'a console could not be made ready'));
  };
  const forget = (consoleId: string): void => {
    present.get(consoleId)?.stopWaiting();
    present.delete(consoleId);
  };

  return {
    registered: (consoleId: string, pageId: string): void => {
      const agent = agents.get(consoleId);
      if (agent === undefined) return;
      forget(consoleId);
      const page: Registered = { agent, pageId, stopWaiting: () => {} };
      present.set(consoleId, page);
      begin(page, firstRetryMs);
    },
    gone: (consoleId: string): void => {
      forget(consoleId);
      reception.consoleGone(consoleId);
    },
  };
}
