// Asterisk out of Debian's packages, beside (never into) the host system: no root rights, no chroot, nothing installed.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aptWorkspace, keyring, mirrors, run } from './apt.mjs';
import { download } from './download.mjs';
import { architectures } from './installation.mjs';
import { carriedVersion, resolvePackages } from './packages.mjs';
import { layout, unpack, verify } from './unpack.mjs';

const oldest = 18;
/** Those that carry a recent Asterisk, or may again; `own`: whatever the host's own sources are (Ubuntu has one). */
const suites = ['sid', 'testing', 'stable'];

async function missingTools() {
  const tools = ['apt-get', 'dpkg-deb', 'tar', 'bash'];
  const found = await Promise.all(tools.map((tool) => run(tool, ['--version'])));
  return tools.filter((_, index) => !found[index].ok);
}

const rootIn = (folder, arch) => path.join(folder, `asterisk-${architectures[arch].debian}`);

/** Puts a verified root in place in one step; what was there before goes. */
function moveIn(fresh, root, version) {
  writeFileSync(path.join(fresh, '.ok'), `${version}\n`);
  const old = `${root}.old-${process.pid}`;
  if (existsSync(root)) renameSync(root, old);
  renameSync(fresh, root);
  rmSync(old, { recursive: true, force: true });
}

/** Fetches, unpacks and verifies these packages in `fresh`. */
async function tryPackages({ apt, packages, fresh, arch, modules, onProgress }) {
  const fetched = await download(apt, packages, onProgress);
  if (!fetched.ok) return fetched;
  const unpacked = await unpack(apt.archives, fresh, onProgress);
  if (!unpacked.ok) return unpacked;
  onProgress({ step: 'verify', text: 'checking that every module finds its libraries' });
  return verify(fresh, arch, modules);
}

/** One suite of one mirror. `unreachable` says that its other suites need not be tried. */
async function trySource({ folder, fresh, arch, modules, mirror, suite, onProgress }) {
  const apt = aptWorkspace({ folder, arch: architectures[arch].debian, mirror, suite });
  onProgress({
    step: 'index',
    text: `reading the package list of ${mirror ? `Debian ${suite} at ${mirror}` : 'this system’s own sources'}`,
  });
  const updated = await apt.get('update');
  if (!updated.ok) return { ok: false, unreachable: true, complaint: updated.complaint };
  const carried = await carriedVersion(apt);
  if (!carried || Number.parseInt(carried, 10) < oldest)
    return { ok: false, complaint: `carries ${carried ? `only ${carried}` : 'no asterisk'}` };
  const resolved = await resolvePackages(apt);
  if (!resolved.ok) return resolved;
  const attempt = (packages) => tryPackages({ apt, packages, fresh, arch, modules, onProgress });
  const few = await attempt(resolved.few);
  return few.incomplete ? attempt(resolved.all) : few;
}

function sources(env) {
  const debian = existsSync(keyring)
    ? mirrors(env).flatMap((mirror) => suites.map((suite) => ({ mirror, suite })))
    : [];
  return [...debian, { mirror: undefined, suite: 'own' }];
}

/** What was unpacked for another list of modules, if it has those of today's: no need to fetch it again. */
export async function checkUnpacked({ folder, arch, modules }) {
  const root = rootIn(folder, arch);
  if (!existsSync(path.join(root, '.ok'))) return undefined;
  const { ok, version } = await verify(root, arch, modules);
  return ok ? installationIn(root, { arch, version, source: 'debian', modules }) : undefined;
}

/** `{ installation }`, or `{ reasons }` why no source gave one. Keeps what it downloaded until it has succeeded. */
export async function obtainFromDebian({ folder, env, arch, modules, onProgress }) {
  const missing = await missingTools();
  if (missing.length > 0)
    return { reasons: [`${missing.join(' and ')} is not there to unpack Debian’s packages with`] };
  const name = rootIn(folder, arch);
  const fresh = `${name}.new-${process.pid}`;
  const reasons = existsSync(keyring)
    ? []
    : [`${keyring} is missing (package debian-archive-keyring): Debian’s signatures cannot be checked`];
  const unreachable = new Set();
  mkdirSync(folder, { recursive: true });
  for (const { mirror, suite } of sources(env)) {
    if (unreachable.has(mirror)) continue;
    const got = await trySource({ folder: `${name}.partial`, fresh, arch, modules, mirror, suite, onProgress });
    if (got.ok) {
      moveIn(fresh, name, got.version);
      rmSync(`${name}.partial`, { recursive: true, force: true });
      return { installation: installationIn(name, { arch, version: got.version, source: `debian ${suite}`, modules }) };
    }
    rmSync(fresh, { recursive: true, force: true });
    reasons.push(`${mirror ? `Debian ${suite} at ${mirror}` : 'this system’s own sources'}: ${got.complaint}`);
    if (got.unreachable) unreachable.add(mirror);
  }
  return { reasons };
}

function installationIn(root, { arch, version, source, modules }) {
  const { command, libraryPath, program, modulesFolder, dataFolder } = layout(root, arch);
  return {
    version,
    source,
    command,
    args: ['--library-path', libraryPath, program],
    modulesFolder,
    dataFolder,
    modulesHash: modules.hash,
  };
}
