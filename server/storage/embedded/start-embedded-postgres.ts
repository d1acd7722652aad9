import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import { type Account, isRoot, ownerOf, unprivilegedAccount } from './account.ts';
import { type ClusterPlace, existingPlace, newPlace, rememberPlace } from './cluster-place.ts';
import { checkVersion } from './cluster-version.ts';
import { type EmbeddedDatabaseFailure, failure, onDisk } from './embedded-failure.ts';
import { type Binaries, findBinaries } from './find-binaries.ts';
import { takeFolder } from './folder-owner.ts';
import { changePassword, initCluster, ourName } from './init-cluster.ts';
import { PostgresKeeper } from './keep-postgres.ts';
import { reachableBinaries } from './reachable-binaries.ts';
import { type PostgresOptions, startPostgres } from './start-postgres.ts';
import type { SystemFolders } from './state-folder.ts';

const defaultGraceMs = 20_000;

export type EmbeddedPostgresOptions = {
  /** The server's data folder; everything of the database is in `postgres` below it. */
  readonly dataFolder: string;
  /** The project's folder, with `node_modules`. */
  readonly root: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** How long PostgreSQL outlives a killed server; 20 s unless told. */
  readonly graceMs?: number;
  /** For root only, when PostgreSQL's account cannot reach the folders above. */
  readonly systemFolders?: SystemFolders;
};

export type EmbeddedPostgres = {
  /** For `openDatabase`; stays the same over restarts of PostgreSQL and, when the port stays free, of the server. */
  readonly url: string;
  readonly pid: number;
  /** True when it had been running already, left by a server that was killed. */
  readonly adopted: boolean;
  /** Ends PostgreSQL in order and lets go of the data folder. */
  readonly stop: () => Promise<void>;
};

type Embedded<Value> = Promise<Result<Value, EmbeddedDatabaseFailure>>;

const defaultFolders: SystemFolders = {
  state: '/var/lib/frontdesk',
  temporary: tmpdir(),
  caches: ['/var/cache/frontdesk', path.join(tmpdir(), 'frontdesk-cache')],
};

/** The password of our role: made once, readable for this server only. `fresh`: PostgreSQL does not know it yet. */
function keptPassword(home: string, ids: Ids): { readonly password: string; readonly fresh: boolean } {
  const file = path.join(home, 'password');
  if (existsSync(file)) return { password: readFileSync(file, 'utf8').trim(), fresh: false };
  const password = ids.secret();
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return { password, fresh: true };
}

/** Whom PostgreSQL runs as; `account` undefined: as ourselves. */
function chooseAccount(place: ClusterPlace | undefined): Result<Account | undefined, EmbeddedDatabaseFailure> {
  if (!isRoot()) return ok(undefined);
  const account = (place && ownerOf(place.cluster)) ?? unprivilegedAccount();
  if (account) return ok(account);
  const choice = 'Start Frontdesk as another user, add an account "postgres", or set DATABASE_URL.';
  return failure('noAccount', `PostgreSQL does not run as root, and there is no account to run it under. ${choice}`);
}

type Prepared = Omit<PostgresOptions, 'root' | 'graceMs' | 'port' | 'clock' | 'log'> & { readonly password: string };

/** Makes sure that there is data of the right version, in a place that PostgreSQL can reach, and a password for it. */
async function prepare(options: EmbeddedPostgresOptions, home: string, found: Binaries): Embedded<Prepared> {
  const { ids, clock, log, systemFolders: folders = defaultFolders } = options;
  const existing = existingPlace(home);
  if (!existing.ok) return existing;
  const account = chooseAccount(existing.value);
  if (!account.ok) return account;
  const binaries = account.value
    ? reachableBinaries({ binaries: found, account: account.value, cacheFolders: folders.caches, log })
    : ok(found.folder);
  if (!binaries.ok) return binaries;
  const { password, fresh } = keptPassword(home, ids);
  const common = { home, binaries: binaries.value, account: account.value, password };
  const superuserPassword = ids.secret();
  if (existing.value) {
    const cluster = existing.value.cluster;
    const fits = await checkVersion(cluster, found.major);
    if (!fits.ok) return fits;
    const known = fresh ? await changePassword({ ...common, cluster, superuserPassword }) : ok();
    return known.ok ? ok({ ...common, cluster }) : known;
  }
  const place = await newPlace({ ...common, folders, now: () => clock.now(), log });
  if (!place.ok) return place;
  const made = await initCluster({ ...common, cluster: place.value.cluster, superuserPassword });
  if (!made.ok) return made;
  rememberPlace(place.value);
  log.info({ cluster: place.value.cluster }, 'A new database is made');
  return ok({ ...common, cluster: place.value.cluster });
}

async function startIn(home: string, options: EmbeddedPostgresOptions): Embedded<EmbeddedPostgres> {
  const { root, clock, log, graceMs = defaultGraceMs } = options;
  const found = await findBinaries(root);
  if (!found.ok) return found;
  const prepared = await onDisk(home, () => prepare(options, home, found.value));
  if (!prepared.ok) return prepared;
  if (!prepared.value.ok) return prepared.value;
  const { password, ...place } = prepared.value.value;
  const parts = { ...place, root, graceMs, clock, log };
  const running = await startPostgres(parts);
  if (!running.ok) return running;
  const { owned, port } = running.value;
  const keeper = new PostgresKeeper({ first: owned, start: () => startPostgres({ ...parts, port }), clock, log });
  return ok({
    url: `postgres://${ourName}:${password}@127.0.0.1:${port}/${ourName}`,
    get pid() {
      return keeper.pid;
    },
    adopted: owned.adopted,
    stop: () => keeper.stop(),
  });
}

/**
 * Runs the PostgreSQL that npm brought as a child of its own guardian: on loopback, with its data in the data folder, for this
 * server alone. A server that is killed leaves it running for the grace; the next one takes it over.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Embedded<EmbeddedPostgres> {
  const folder = path.resolve(options.dataFolder, 'postgres');
  const home = await onDisk(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return realpathSync(folder);
  });
  if (!home.ok) return home;
  const taken = await onDisk(home.value, () => takeFolder(home.value, options.clock));
  if (!taken.ok) return taken;
  if (!taken.value.ok) return taken.value;
  const release = taken.value.value;
  const started = await startIn(home.value, options);
  if (!started.ok) {
    await release();
    return started;
  }
  const { url, adopted, stop } = started.value;
  return ok({
    url,
    get pid() {
      return started.value.pid;
    },
    adopted,
    stop: async () => {
      await stop();
      await release();
    },
  });
}
