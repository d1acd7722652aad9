import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

const installation = z.object({
  /** As Asterisk says it, e.g. `22.10.1`. */
  version: z.string(),
  source: z.string(),
  /** The program, and the arguments that come before its own (the unpacked one is run by its own dynamic loader). */
  command: z.string(),
  args: z.array(z.string()).readonly(),
  modulesFolder: z.string(),
  dataFolder: z.string(),
});

/** An Asterisk that is there to be run, as scripts/obtain-asterisk.mjs noted it. */
export type Installation = Readonly<z.output<typeof installation>>;

type Environment = Readonly<Record<string, string | undefined>>;

const debianNames: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** The per-user cache: `FRONTDESK_CACHE`, else `$XDG_CACHE_HOME/frontdesk`, else `~/.cache/frontdesk`. */
function cacheFolder(env: Environment): string {
  if (env['FRONTDESK_CACHE']) return path.resolve(env['FRONTDESK_CACHE']);
  return path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'frontdesk');
}

/** Reads what scripts/obtain-asterisk.mjs prints and keeps; undefined when it is damaged. */
export function parseInstallation(text: string): Installation | undefined {
  try {
    return installation.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The installed Asterisk, or undefined when none has been obtained yet or it is no longer there. */
export function locateAsterisk(env: Environment): Installation | undefined {
  const file = path.join(cacheFolder(env), `asterisk-${debianNames[process.arch] ?? process.arch}.json`);
  if (!existsSync(file)) return undefined;
  const found = parseInstallation(readFileSync(file, 'utf8'));
  const places = found ? [found.command, found.modulesFolder, found.dataFolder] : [];
  return places.every((place) => existsSync(place)) ? found : undefined;
}
