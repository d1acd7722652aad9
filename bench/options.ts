import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../shared/result.ts';
import type { Row } from './line.ts';

export type Options = { readonly rows: readonly Row[]; readonly n: number };

/** `--only=row,row` and `--n=30`; the failure is one sentence. */
export function readOptions(args: readonly string[], rows: readonly Row[]): Result<Options, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { only, n } = parsed.value;
  const names = only?.split(',') ?? rows.map(({ name }) => name);
  const unknown = names.find((name) => rows.every((row) => row.name !== name));
  if (unknown !== undefined) {
    return fail(`There is no row "${unknown}"; there are ${rows.map(({ name }) => name).join(', ')}.`);
  }
  if (!/^[1-9]\d{0,3}$/.test(n)) return fail('--n is the number of samples, at least 1.');
  return ok({ rows: rows.filter(({ name }) => names.includes(name)), n: Number(n) });
}

function parse(args: readonly string[]) {
  const options = { only: { type: 'string' }, n: { type: 'string', default: '30' } } as const;
  try {
    return ok(parseArgs({ args: [...args], options }).values);
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}: --only=row,row and --n=30 are known.`);
  }
}
