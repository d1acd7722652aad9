import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const pollMs = 200;

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

/**
 * Fetches the packages into the workspace's folder, by apt, which checks them against the signed index. What is there
 * already and whole is not fetched again; what belongs to an older index is removed. `{ ok, complaint }`.
 */
export async function download(apt, packages, onProgress) {
  const listed = await apt.get('download', '--print-uris', ...packages);
  if (!listed.ok) return listed;
  const files = parseUris(listed.output);
  const names = new Set(files.map(({ name }) => name));
  for (const name of readdirSync(apt.archives))
    if (name.endsWith('.deb') && !names.has(name)) rmSync(path.join(apt.archives, name));
  const whole = await Promise.all(files.map((file) => isWhole(path.join(apt.archives, file.name), file)));
  const missing = files.filter((_, index) => !whole[index]);
  for (const { name } of missing) rmSync(path.join(apt.archives, name), { force: true });
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const report = () =>
    onProgress({
      step: 'download',
      text: 'downloading Asterisk',
      done: Math.min(arrived(apt.archives, files), total),
      total,
    });
  report();
  const timer = setInterval(report, pollMs);
  const wanted = missing.map(({ name }) => packages.find((known) => name.startsWith(`${known}_`)));
  const result = missing.length === 0 ? { ok: true } : await apt.get('download', ...wanted);
  clearInterval(timer);
  report();
  return result;
}
