// An Asterisk that the machine has already.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { architectures } from './installation.mjs';

const oldest = 18;

const firstWith = (folders, file) => folders.find((folder) => existsSync(path.join(folder, file)));

/** Its program, also where a normal user's PATH does not lead. */
function program(env) {
  const folders = [
    ...(env.PATH ?? '').split(':').filter(Boolean),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/asterisk/sbin',
  ];
  const folder = firstWith(folders, 'asterisk');
  return folder && path.join(folder, 'asterisk');
}

/**
 * The installed Asterisk as `{ installation }`, or `{ reason }` why there is none to use: too old, without a module we
 * need, or without its documentation file (it refuses configuration it has no documentation for).
 */
export function findOnPath({ env, arch, modules }) {
  const command = program(env);
  if (!command) return { reason: 'no asterisk on the PATH' };
  const version = /Asterisk (\S+)/.exec(
    spawnSync(command, ['-V'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '',
  )?.[1];
  if (!version || Number.parseInt(version, 10) < oldest)
    return { reason: `${command} is ${version ?? 'broken'}, older than ${oldest}` };
  const prefix = path.dirname(path.dirname(command));
  const libraries = [
    `${prefix}/lib/${architectures[arch].triplet}`,
    `${prefix}/lib64`,
    `${prefix}/lib`,
    '/usr/lib64',
    '/usr/lib',
  ];
  const modulesFolder = firstWith(
    libraries.map((folder) => path.join(folder, 'asterisk/modules')),
    'chan_pjsip.so',
  );
  if (!modulesFolder) return { reason: `${command} has no modules folder with chan_pjsip.so` };
  const missing = modules.required.filter((name) => !existsSync(path.join(modulesFolder, name)));
  if (missing.length > 0) return { reason: `${command} ${version} lacks ${missing.join(', ')}` };
  const dataFolder = firstWith(
    [`${prefix}/share/asterisk`, '/usr/share/asterisk', '/var/lib/asterisk'],
    'documentation/core-en_US.xml',
  );
  if (!dataFolder) return { reason: `${command} ${version} has no documentation/core-en_US.xml` };
  return {
    installation: { version, source: 'path', command, args: [], modulesFolder, dataFolder, modulesHash: modules.hash },
  };
}
