import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result } from '../../../shared/result.ts';
import type { Account } from './account.ts';
import { type EmbeddedDatabaseFailure, failure, onDisk } from './embedded-failure.ts';
import { postgresOf } from './find-binaries.ts';
import { type Ran, run } from './run-as.ts';

/** The role and the database that are ours. */
export const ourName = 'frontdesk';

type Options = {
  readonly binaries: string;
  readonly account: Account | undefined;
  readonly cluster: string;
  /** Of our role. Letters, digits, `-` and `_`. */
  readonly password: string;
  /** Of PostgreSQL's own role, which is nobody's: it is not kept. */
  readonly superuserPassword: string;
};

/** The same on every system, whatever locales it has: PostgreSQL's own C.UTF-8 (version 17 and later). */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

function refused(doing: string, { output }: Ran): Result<never, EmbeddedDatabaseFailure> {
  if (output.includes('No space left on device')) return failure('diskFull', 'There is no room left for the database.');
  const lines = output.trim().split('\n');
  const why = lines.find((line) => /error|FATAL|PANIC/i.test(line)) ?? lines.at(-1) ?? '';
  return failure('notStarted', `PostgreSQL could not ${doing}: ${why.trim()}`);
}

/** Runs statements, one a paragraph, with nobody else at the database and no password needed. */
function alone({ binaries, account }: Options, cluster: string, statements: readonly string[]): Promise<Ran> {
  const args = ['--single', '-j', '-c', 'exit_on_error=true', '-c', 'log_checkpoints=off', '-D', cluster, 'postgres'];
  return run(account, postgresOf(binaries), args, statements.map((statement) => `${statement};\n\n`).join(''));
}

async function create(
  options: Options,
  fresh: string,
  passwordFile: string,
): Promise<Result<void, EmbeddedDatabaseFailure>> {
  const { binaries, account, password } = options;
  const auth = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const initdb = path.join(binaries, 'bin/initdb');
  const made = await run(account, initdb, [...auth, ...locale, '--no-instructions', '-D', fresh]);
  if (!made.ok) return refused('make a new database', made);
  const named = await alone(options, fresh, [
    `CREATE ROLE ${ourName} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${ourName} OWNER ${ourName}`,
  ]);
  return named.ok ? ok() : refused('prepare a new database', named);
}

/** Makes a new cluster with our role and database in it. It is there whole or not at all. */
export async function initCluster(options: Options): Promise<Result<void, EmbeddedDatabaseFailure>> {
  const { account, cluster, superuserPassword } = options;
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  const own = (file: string): void => (account ? chownSync(file, account.uid, account.gid) : undefined);
  const readied = await onDisk(path.dirname(cluster), () => {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    own(fresh);
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    own(passwordFile);
  });
  if (!readied.ok) return readied;
  const made = await create(options, fresh, passwordFile);
  rmSync(passwordFile);
  if (made.ok) renameSync(fresh, cluster);
  else rmSync(fresh, { recursive: true, force: true });
  return made;
}

/** Gives our role another password, when the one that was kept is lost. The cluster must not be running. */
export async function changePassword(options: Options): Promise<Result<void, EmbeddedDatabaseFailure>> {
  const changed = await alone(options, options.cluster, [`ALTER ROLE ${ourName} PASSWORD '${options.password}'`]);
  return changed.ok ? ok() : refused('change the password', changed);
}
