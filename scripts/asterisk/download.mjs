import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const pollMs = 200;
const attempts = 3;

async function isWhole(file, { size, algorithm, digest }) {
  if (statSync(file, { throwIfNoEntry: false })?.size !== size) return false;
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === digest;
}

/** What apt would fetch: `'http://…/x.deb' x.deb 12345 SHA512:…`, a line each. */
function parseUris(text) {
  return [...text.matchAll(/^'(\S+)' (\S+) (\d+) (SHA\d+):(\S+)$/gm)].map(([, , name, size, algorithm, digest]) => ({
    name,
    size: Number(size),
    algorithm: algorithm.toLowerCase(),
    digest,
  }));
}

/** Bytes that have arrived of these files, the unfinished ones included. */
function arrived(folder, files) {
  const sizes = files.map(({ name }) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  const partial = path.join(folder, 'partial');
  const unfinished = existsSync(partial)
    ? readdirSync(partial).map((name) => statSync(path.join(partial, name), { throwIfNoEntry: false })?.size ?? 0)
    : [];
  return [...sizes, ...unfinished].reduce((sum, size) => sum + size, 0);
}

/** What of the files is not there whole; what is there otherwise, or belongs to an older index, is removed. */
async function missingOf(folder, files) {
  const names = new Set(files.map(({ name }) => name));
  const whole = await Promise.all(files.map((file) => isWhole(path.join(folder, file.name), file)));
  const missing = files.filter((_, index) => !whole[index]);
  const stale = readdirSync(folder).filter((name) => name.endsWith('.deb') && !names.has(name));
  for (const name of [...stale, ...missing.map(({ name }) => name)]) rmSync(path.join(folder, name), { force: true });
  return missing;
}

/**
 * Fetches the packages into the workspace's folder, by apt, which checks them against the signed index. What is there
 * already and whole is not fetched again, also when the network fails in between. `{ ok, complaint }`.
 */
export async function download(apt, packages, onProgress) {
  const listed = await apt.uris(packages);
  if (!listed.ok) return listed;
  const files = parseUris(listed.output);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const report = () => {
    const done = Math.min(arrived(apt.archives, files), total);
    onProgress({ step: 'download', text: 'downloading Asterisk', done, total });
  };
  const timer = setInterval(report, pollMs);
  let result = { ok: true };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const missing = await missingOf(apt.archives, files);
    report();
    if (missing.length === 0) result = { ok: true };
    if (missing.length === 0) break;
    result = await apt.get(
      'download',
      ...missing.map(({ name }) => packages.find((known) => name.startsWith(`${known}_`))),
    );
  }
  clearInterval(timer);
  report();
  return result;
}
