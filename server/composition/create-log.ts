import { mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { pino, destination as fileDestination, stdSerializers, type DestinationStream } from 'pino';
import type { Log } from '../ports/log.ts';
import { maskNumbers } from './mask-numbers.ts';

const secretFields = ['password', 'passwordHash', 'secret', 'token', 'authorization', 'cookie', 'sdp', 'number'];
const largestLogBytes = 20 * 1024 * 1024;

/**
 * One JSON object a line: to the terminal's place when something else collects it, and to a file when a person is
 * looking at the terminal.
 */
export function createLog(options: {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly folder: string;
  readonly interactive: boolean;
}): { readonly log: Log; readonly file: string | null } {
  const file = options.interactive ? path.join(options.folder, 'server.log') : null;
  const to: DestinationStream = file === null ? process.stdout : openLogFile(file);
  return { log: createLogTo(options.level, to), file };
}

export function createLogTo(level: string, to: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
      serializers: { err: (error: Error) => maskNumbers(stdSerializers.err(error)) },
      formatters: { log: (fields) => maskFields(fields) },
    },
    to,
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}

/** Whatever a field holds, no full phone number leaves through it. Errors are serialised by their own rule. */
const maskFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? value : maskNumbers(value)]),
  );

function openLogFile(file: string): DestinationStream {
  mkdirSync(path.dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLogBytes) renameSync(file, `${file}.1`);
  return fileDestination({ dest: file, sync: false, mkdir: true });
}
