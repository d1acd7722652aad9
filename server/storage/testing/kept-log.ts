import type { Log, LogFields } from '../../ports/log.ts';

export type LogLine = { readonly level: keyof Log; readonly fields: LogFields; readonly message: string };

/** A log that tests can read. */
export function keptLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const keep =
    (level: keyof Log) =>
    (fields: LogFields, message: string): void => {
      lines.push({ level, fields, message });
    };
  return { log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') }, lines };
}
