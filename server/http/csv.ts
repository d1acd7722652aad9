import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { localTimeOf } from '../../shared/opening-hours/local-time.ts';
import { Streamed } from './streamed.ts';

export type Cell = string | number | null;

/**
 * A file of comma-separated values (RFC 4180), sent while its rows are read. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe. It begins with a mark that says it is UTF-8, since spreadsheets guess otherwise.
 */
export function csvFile(name: string, header: readonly string[], batches: AsyncIterable<readonly (readonly Cell[])[]>) {
  const headers = {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  };
  return new Streamed(200, headers, Readable.from(lines(header, batches)));
}

async function* lines(header: readonly string[], batches: AsyncIterable<readonly (readonly Cell[])[]>) {
  yield `\uFEFF${textOf([header])}`;
  for await (const rows of batches) if (rows.length > 0) yield textOf(rows);
}

const textOf = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => cell ?? '')),
    { escape_formulas: true, record_delimiter: 'windows' },
  );

/** ISO 8601 with the offset of a time zone: `2026-11-26T10:36:05+01:00`. Empty for null. */
export function localIso(timeZone: string, at: number | null): string {
  if (at === null) return '';
  const { date, minute } = localTimeOf(timeZone, at);
  const whole = at - (at % 60_000);
  const offset = Math.round((Date.parse(`${date}T00:00:00Z`) + minute * 60_000 - whole) / 60_000);
  const seconds = two(Math.floor((at % 60_000) / 1000));
  const ahead = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:${seconds}${zone}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Whole seconds between two times; null while one of them is missing. */
export const secondsBetween = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : Math.max(0, Math.round((to - from) / 1000));
