// Where the obtained Asterisk is, and what is known of it. Read again by server/telephony/asterisk/embedded/locate-asterisk.ts.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Debian's name, the library folder's name and the dynamic loader's name of each architecture, by Node's name. */
export const architectures = {
  x64: { debian: 'amd64', triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { debian: 'arm64', triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

export function cacheFolder(env) {
  if (env.FRONTDESK_CACHE) return path.resolve(env.FRONTDESK_CACHE);
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'frontdesk');
}

const moduleName = (line) => line.slice('load='.length).split(/[\s;]/)[0];
const isOptional = (line) => line.includes('; optional');

/** The modules our configuration loads: `required` must be in an installation, `optional` may. `hash` names this list. */
export function wantedModules(root) {
  const file = path.join(root, 'server/telephony/asterisk/embedded/templates/modules.conf');
  const lines = readFileSync(file, 'utf8').match(/^load=.*$/gm) ?? [];
  const required = lines.filter((line) => !isOptional(line)).map(moduleName);
  const optional = lines.filter(isOptional).map(moduleName);
  return { required, optional, hash: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16) };
}

const pointer = (folder, arch) => path.join(folder, `asterisk-${architectures[arch].debian}.json`);

/** A note that a power cut has damaged is none. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What was found or obtained earlier, when its files are still there and it has been checked for today's modules. */
export function readInstallation(folder, arch, modules) {
  const file = pointer(folder, arch);
  if (!existsSync(file)) return undefined;
  const installation = parsed(readFileSync(file, 'utf8'));
  if (!installation) return undefined;
  const there = [installation.command, installation.modulesFolder, installation.dataFolder].every((p) => existsSync(p));
  return there && installation.modulesHash === modules.hash ? installation : undefined;
}

export function writeInstallation(folder, arch, installation) {
  mkdirSync(folder, { recursive: true });
  const file = pointer(folder, arch);
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(installation, undefined, 2)}\n`);
  renameSync(`${file}.${process.pid}`, file);
  return installation;
}
