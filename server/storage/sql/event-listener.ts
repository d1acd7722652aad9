import { Client } from 'pg';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { channel } from './append-statements.ts';
import { clientOptions } from './client-options.ts';
import type { EventFeed } from './event-feed.ts';
import { parseNotification } from './notification.ts';
import { isUnavailable, reasonOf } from './pg-failure.ts';

const firstRetryMs = 100;
const slowestRetryMs = 5_000;
/** Finds a connection that is dead without a word, and repairs what a lost notification has missed. */
const checkEveryMs = 15_000;

const headSchema = z.object({ sequence: z.coerce.number().int() });

type Options = { readonly url: string; readonly feed: EventFeed; readonly clock: Clock; readonly log: Log };

/** A connection of its own on which PostgreSQL notifies of events, for as long as it is open and again after it broke. */
export class EventListener {
  readonly #options: Options;
  #client: Client | undefined;
  #cancelTimer: (() => void) | undefined;
  #retryMs = firstRetryMs;
  #listening = false;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Listens, and starts the feed at the newest event there is. Rejects when the database does not let it. */
  async open(): Promise<void> {
    const client = this.#newClient();
    await listen(client);
    this.#options.feed.startAfter(await readHead(client));
    this.#listening = true;
    this.#checkLater(client);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer?.();
    await this.#client?.end();
  }

  #newClient(): Client {
    const client = new Client(clientOptions(this.#options.url, 'frontdesk events'));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client, new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    this.#client = client;
    return client;
  }

  #hear(payload: string): void {
    const notification = parseNotification(payload);
    if (!notification) this.#options.log.warn({}, 'A notification of events cannot be read');
    else if ('event' in notification) this.#options.feed.offer(notification.event);
    else this.#options.feed.hint(notification.sequence);
  }

  /** Heard once of each connection, however many ways there are to notice. */
  #lost(client: Client, error: unknown): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    const { log } = this.#options;
    const reason = reasonOf(error);
    if (this.#listening) log.warn({ reason }, 'The connection that notifies of events is lost');
    else log.debug({ reason }, 'Still not notified of events');
    this.#listening = false;
    void client.end();
    this.#after(this.#retryMs, () => this.#retry());
    this.#retryMs = Math.min(this.#retryMs * 2, slowestRetryMs);
  }

  async #retry(): Promise<void> {
    const client = this.#newClient();
    try {
      await listen(client);
      await this.#options.feed.check(() => readHead(client));
      this.#listening = true;
      this.#retryMs = firstRetryMs;
      this.#options.log.info({}, 'Notified of events again');
      this.#checkLater(client);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#lost(client, error);
    }
  }

  #checkLater(client: Client): void {
    this.#after(checkEveryMs, () => this.#check(client));
  }

  async #check(client: Client): Promise<void> {
    try {
      await this.#options.feed.check(() => readHead(client));
      this.#checkLater(client);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      this.#lost(client, error);
    }
  }

  #after(ms: number, task: () => Promise<void>): void {
    if (this.#closed) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.clock.after(ms, () => void task());
  }
}

async function listen(client: Client): Promise<void> {
  await client.connect();
  await client.query(`listen ${channel}`);
}

async function readHead(client: Client): Promise<number> {
  const { rows } = await client.query<{ sequence: unknown }>('select sequence from stream_head');
  return headSchema.parse(rows[0]).sequence;
}
