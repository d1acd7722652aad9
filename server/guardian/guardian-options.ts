import { createHash } from 'node:crypto';
import { isJsonObject } from './json-lines.ts';

/** How one child is run and stopped. Times in milliseconds; `env` is the child's whole environment, nothing is inherited. */
export type ChildOptions = {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  /** Takes the child's stdout and stderr (appended); set aside as `<logFile>.1` when it is over 5 MB at a start. */
  readonly logFile: string;
  /** How long the child outlives its last owner. */
  readonly graceMs: number;
  readonly stopSignal: NodeJS.Signals;
  /** From the stop signal to SIGKILL. */
  readonly stopDeadlineMs: number;
  /** What else must be the same for a running child to be adopted, e.g. the hash of its configuration files. */
  readonly identity?: string;
};

/** What the guardian process is told, once, on its standard input. */
export type GuardianOptions = ChildOptions & { readonly socketPath: string };

/** Two owners with the same fingerprint mean the same child: one may take over what the other started. */
export function fingerprintOf(options: ChildOptions): string {
  const env = Object.entries(options.env).sort(([a], [b]) => (a < b ? -1 : 1));
  const { command, args, cwd, uid, gid, identity } = options;
  return createHash('sha256')
    .update(JSON.stringify([command, args, cwd, env, uid ?? null, gid ?? null, identity ?? null]))
    .digest('hex');
}

/** Reads back what `spawnOrAdopt` wrote; throws on anything else, since only our own code writes it. */
export function parseGuardianOptions(text: string): GuardianOptions {
  const value: unknown = JSON.parse(text);
  if (!isGuardianOptions(value)) throw new TypeError('not the options of a guardian');
  return value;
}

function isGuardianOptions(value: unknown): value is GuardianOptions {
  if (!isJsonObject(value)) return false;
  const texts = ['command', 'cwd', 'logFile', 'socketPath', 'stopSignal'].every(
    (key) => typeof value[key] === 'string',
  );
  const times = ['graceMs', 'stopDeadlineMs'].every((key) => typeof value[key] === 'number');
  return texts && times && Array.isArray(value['args']) && isJsonObject(value['env']);
}
