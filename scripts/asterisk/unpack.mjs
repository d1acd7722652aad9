import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { architectures } from './installation.mjs';
import { run } from './apt.mjs';

const left = ['./usr/share/doc*', './usr/share/man*', './usr/share/locale*', './usr/share/lintian*'].map(
  (glob) => `--exclude=${glob}`,
);
const debianSounds = 'en_US_f_Allison';

/** Where things are in an unpacked root. The loader is Debian's own, so that the host's C library does not matter. */
export function layout(root, arch) {
  const libraries = path.join(root, 'usr/lib', architectures[arch].triplet);
  const modules = [libraries, path.join(root, 'usr/lib')].map((folder) => path.join(folder, 'asterisk/modules'));
  return {
    /** For the loader's --library-path; Debian has put Asterisk's own pjproject in either. */
    libraryPath: `${libraries}:${path.join(root, 'usr/lib')}`,
    command: path.join(libraries, architectures[arch].loader),
    program: path.join(root, 'usr/sbin/asterisk'),
    modulesFolder: modules.find((folder) => existsSync(folder)) ?? modules[0],
    dataFolder: path.join(root, 'usr/share/asterisk'),
  };
}

/** Unpacks the packages into an empty folder, as a normal user, without documentation. */
export async function unpack(archives, root, onProgress) {
  rmSync(root, { recursive: true, force: true });
  for (const name of ['lib', 'lib64', 'bin', 'sbin']) {
    mkdirSync(path.join(root, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, path.join(root, name)); // older releases still ship some libraries in /lib
  }
  const packages = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  for (const [index, name] of packages.entries()) {
    onProgress({ step: 'unpack', text: 'unpacking', done: index + 1, total: packages.length });
    const script =
      'set -o pipefail; dpkg-deb --fsys-tarfile "$0" | tar -x --no-same-owner --keep-directory-symlink -C "$1" "${@:2}"';
    const unpacked = await run('bash', ['-c', script, path.join(archives, name), root, ...left]);
    if (!unpacked.ok) return unpacked;
  }
  const sounds = path.join(root, 'usr/share/asterisk/sounds');
  if (existsSync(path.join(sounds, debianSounds)) && !existsSync(path.join(sounds, 'en')))
    symlinkSync(debianSounds, path.join(sounds, 'en'));
  return { ok: true };
}

/** What of the modules does not find all its libraries in there; asks the unpacked loader itself. */
async function unresolved({ command, libraryPath, modulesFolder }, names) {
  const complaints = await Promise.all(
    names.map(async (name) => {
      const file = path.join(modulesFolder, name);
      if (!existsSync(file)) return `module ${name}`;
      const { ok, complaint } = await run(command, ['--library-path', libraryPath, '--list', file]);
      return ok ? undefined : `${name}: ${/(\S+): cannot open shared object file/.exec(complaint)?.[1] ?? complaint}`;
    }),
  );
  return complaints.filter(Boolean);
}

/** `{ ok, version }` when the unpacked Asterisk runs and every required module has what it needs, else `{ incomplete }`. */
export async function verify(root, arch, modules) {
  const where = layout(root, arch);
  const runs = await run(where.command, ['--library-path', where.libraryPath, where.program, '-V']);
  const version = /Asterisk (\S+)/.exec(runs.output)?.[1];
  if (!version)
    return { ok: false, incomplete: true, complaint: `the unpacked Asterisk does not run: ${runs.complaint}` };
  const complaints = await unresolved(where, modules.required);
  if (complaints.length > 0) {
    const more = complaints.length > 3 ? ` and ${complaints.length - 3} more` : '';
    return { ok: false, incomplete: true, complaint: `missing ${complaints.slice(0, 3).join('; ')}${more}` };
  }
  return { ok: true, version };
}
