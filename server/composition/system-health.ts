import { statfs } from 'node:fs/promises';
import type { SweepReport, SystemHealth } from '../../shared/protocol/system-health.ts';
import type { Desk } from '../calls/desk.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database, Stored } from '../ports/stores.ts';
import type { Telephony } from '../ports/telephony.ts';
import type { CombinedSpeech } from '../speech/combined-speech.ts';
import type { StoreHealth } from './watch-recording-store.ts';

type Parts = {
  readonly telephony: Telephony;
  readonly database: Database;
  readonly speech: Pick<CombinedSpeech, 'providers'>;
  readonly desk: Pick<Desk, 'consoles' | 'live'>;
  readonly eventStreams: () => number;
  readonly recordings: {
    readonly store: () => StoreHealth;
    readonly lastSweep: () => Stored<SweepReport | null>;
    /** Who writes down what was said; null: nobody. */
    readonly transcriber: string | null;
  };
  readonly dataFolder: string;
  /** Which engines are run by this server. */
  readonly embedded: { readonly phoneSystem: boolean; readonly database: boolean };
  readonly clock: Clock;
  readonly version: string;
  readonly startedAt: number;
  /** The latest first, without this one (ms since the epoch). */
  readonly earlierStarts: readonly number[];
};

/** Asks each part how it is, in detail. */
export function createSystemHealth(parts: Parts): () => Promise<SystemHealth> {
  const { clock, desk } = parts;
  return async () => {
    const [phoneSystem, database, speech, lastSweep, disk] = await Promise.all([
      phoneSystemNow(parts),
      databaseNow(parts),
      speechNow(parts),
      parts.recordings.lastSweep(),
      diskOf(parts.dataFolder),
    ]);
    const people = new Set(desk.consoles.all().map(({ agent }) => agent.userId));
    return {
      checkedAt: clock.now(),
      phoneSystem,
      database,
      speech,
      recordings: { ...parts.recordings.store(), lastSweep: lastSweep.ok ? lastSweep.value : null },
      transcripts: parts.recordings.transcriber,
      calls: { live: desk.live.all().length },
      consoles: { registered: desk.consoles.count(), people: people.size },
      eventStreams: parts.eventStreams(),
      disk,
      server: { version: parts.version, node: process.versions.node, startedAt: parts.startedAt },
      earlierStarts: parts.earlierStarts,
    };
  };
}

async function phoneSystemNow({ telephony, embedded, clock }: Parts): Promise<SystemHealth['phoneSystem']> {
  const { state, version, since } = telephony.status();
  const asked = clock.now();
  const snapshot = await telephony.snapshot();
  const now = snapshot.ok ? snapshot.value : null;
  return {
    state,
    version,
    since,
    embedded: embedded.phoneSystem,
    legs: now?.legs.length ?? null,
    bridges: now?.bridges.length ?? null,
    latencyMs: now === null ? null : clock.now() - asked,
  };
}

async function databaseNow({ database, embedded }: Parts): Promise<SystemHealth['database']> {
  const answer = await database.ping();
  return answer.ok
    ? { state: 'up', embedded: embedded.database, ...answer.value }
    : { state: 'down', embedded: embedded.database, version: null, latencyMs: null };
}

/** Of several providers each with its voices: (0) is one that does not answer. */
async function speechNow({ speech }: Parts): Promise<SystemHealth['speech']> {
  const providers = await speech.providers();
  const named = providers.map(({ engine, voices }) => (providers.length > 1 ? `${engine} (${voices})` : engine));
  return { engine: named.join(', '), voices: providers.reduce((sum, { voices }) => sum + voices, 0) };
}

/** What this server may still write: the disk's reserve for root does not count. Null where the system does not tell. */
async function diskOf(folder: string): Promise<SystemHealth['disk']> {
  const disk = await statfs(folder).catch(() => null);
  return disk && { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize };
}
