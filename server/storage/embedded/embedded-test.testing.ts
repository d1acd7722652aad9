import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach } from 'vitest';
import { randomIds } from '../../composition/random-ids.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { nodeArguments } from '../../guardian/guardian-entry.ts';
import { processStartedAt } from '../../guardian/process-identity.ts';
import { must } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { projectRoot } from '../testing/test-server.ts';
import type { EmbeddedDatabaseFailure } from './embedded-failure.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';

const serverScript = fileURLToPath(new URL('embedded-server.testing.ts', import.meta.url));

/** How long a condition may take to come true. */
export const soon = { timeout: 15_000, interval: 20 };

export type EmbeddedTest = {
  /** A temporary folder, and the data folder in it. */
  readonly folder: () => string;
  readonly data: () => string;
  readonly inHome: (name: string) => string;
  readonly start: (changes?: Partial<EmbeddedPostgresOptions>) => Promise<EmbeddedPostgres>;
  readonly failureOf: (changes?: Partial<EmbeddedPostgresOptions>) => Promise<EmbeddedDatabaseFailure>;
  /** A server in a process of its own; `pid` is PostgreSQL's. */
  readonly startServer: (graceMs: number) => Promise<{ readonly server: ChildProcess; readonly pid: number }>;
};

/** Gives each test a data folder, and ends afterwards what it has started. */
export function embeddedTest(): EmbeddedTest {
  let folder = '';
  let running: EmbeddedPostgres[] = [];
  let servers: ChildProcess[] = [];
  const data = (): string => path.join(folder, 'data');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'embedded-'));
    chmodSync(folder, 0o755);
    mkdirSync(data());
    running = [];
    servers = [];
  });
  afterEach(async () => {
    for (const server of servers) server.kill('SIGKILL');
    for (const postgres of running) await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  const attempt = (changes: Partial<EmbeddedPostgresOptions>) => {
    const systemFolders = {
      state: path.join(folder, 'state'),
      temporary: folder,
      caches: [path.join(folder, 'cache')],
    };
    const parts = { root: projectRoot, clock: systemClock, ids: randomIds, log: keptLog().log };
    return startEmbeddedPostgres({ dataFolder: data(), ...parts, systemFolders, ...changes });
  };
  return {
    folder: () => folder,
    data,
    inHome: (name) => path.join(data(), 'postgres', name),
    start: async (changes = {}) => {
      const postgres = must(await attempt(changes));
      running.push(postgres);
      return postgres;
    },
    failureOf: async (changes = {}) => {
      const started = await attempt(changes);
      if (!started.ok) return started.error;
      running.push(started.value);
      throw new Error('started');
    },
    startServer: async (graceMs) => {
      const parameters = [...nodeArguments(serverScript), data(), String(graceMs)];
      const server = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
      servers.push(server);
      const [said]: unknown[] = await once(server.stdout, 'data');
      return { server, pid: Number(String(said)) };
    },
  };
}

/** The first column of the first row. */
export async function ask(url: string, text: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

export async function kill(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

export const runs = (pid: number): boolean => processStartedAt(pid) !== undefined;

/** The process id of the parent, or the user id. */
export const numberOf = (pid: number, field: 'ppid' | 'uid'): number =>
  Number(execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }));
