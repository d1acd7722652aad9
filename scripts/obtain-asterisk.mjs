// Finds or fetches the Asterisk that Frontdesk runs. No dependency but Node: it runs before anything is built.
//   node scripts/obtain-asterisk.mjs [--json]     progress on stderr; with --json the installation on stdout
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkUnpacked, obtainFromDebian } from './asterisk/from-debian.mjs';
import {
  architectures,
  cacheFolder,
  readInstallation,
  wantedModules,
  writeInstallation,
} from './asterisk/installation.mjs';
import { withLock } from './asterisk/lock.mjs';
import { findOnPath } from './asterisk/on-path.mjs';
import { progressPrinter } from './asterisk/progress.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const waysOn = `There are three ways on:
  1. install it:            apt-get install asterisk   (18 or newer; Frontdesk finds it on the PATH)
  2. use a PBX you have:    FRONTDESK_PBX_URL=http://… (docs/asterisk.md says what it needs)
  3. run in a container:    of Debian or Ubuntu, with access to a Debian mirror (docs/asterisk.md)`;

function failure(code, reasons) {
  const list = reasons.map((reason) => `  - ${reason}`).join('\n');
  return { ok: false, error: { code, message: `Asterisk, the PBX, could not be obtained:\n${list}\n${waysOn}` } };
}

/**
 * The Asterisk to run: one on the PATH that has all we need, else Debian's packages unpacked into the cache. Quick and
 * without the network when that was done before. Progress: `{ step, text, done?, total? }`, bytes while downloading.
 * Answers `{ ok: true, value: installation }` or `{ ok: false, error: { code, message } }`.
 */
export async function obtainAsterisk({ onProgress = () => undefined, env = process.env } = {}) {
  const arch = process.arch;
  if (process.platform !== 'linux' || !(arch in architectures))
    return failure('unsupportedPlatform', [`no packages for ${process.platform} on ${arch}`]);
  const folder = cacheFolder(env);
  const modules = wantedModules(root);
  const known = readInstallation(folder, arch, modules);
  if (known) return { ok: true, value: known };
  const onPath = findOnPath({ env, arch, modules });
  try {
    if (onPath.installation) return { ok: true, value: writeInstallation(folder, arch, onPath.installation) };
    const waiting = () => onProgress({ step: 'wait', text: 'another process is obtaining Asterisk; waiting for it' });
    return await withLock(path.join(folder, 'asterisk.lock'), waiting, async () => {
      const byOther = readInstallation(folder, arch, modules);
      if (byOther) return { ok: true, value: byOther };
      const unpacked = await checkUnpacked({ folder, arch, modules });
      if (unpacked) return { ok: true, value: writeInstallation(folder, arch, unpacked) };
      const got = await obtainFromDebian({ folder, env, arch, modules, onProgress });
      if (!got.installation) return failure('notObtainable', [onPath.reason, ...got.reasons]);
      return { ok: true, value: writeInstallation(folder, arch, got.installation) };
    });
  } catch (error) {
    if (!['EACCES', 'EEXIST', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EPERM', 'EDQUOT'].includes(error.code)) throw error;
    return failure('cacheNotWritable', [
      `${folder} cannot be written (${error.code}); FRONTDESK_CACHE names another folder`,
    ]);
  }
}

/** For `npm start` and `npm test`: shows the progress, and ends this process with the ways on when there is no Asterisk. */
export async function ensureAsterisk({ stream = process.stderr } = {}) {
  const result = await obtainAsterisk({ onProgress: progressPrinter(stream) });
  if (result.ok) return result.value;
  stream.write(`✖ ${result.error.message}\n`);
  return process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await obtainAsterisk({ onProgress: progressPrinter(process.stderr) });
  if (result.ok && process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result.value)}\n`);
  process.stderr.write(
    result.ok ? `Asterisk ${result.value.version} (${result.value.source})\n` : `${result.error.message}\n`,
  );
  process.exitCode = result.ok ? 0 : 1;
}
