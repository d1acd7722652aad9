/** Where a written thing may begin: not within a word or number. */
export const begins = String.raw`(?<![\p{L}\p{N}])(?<!\d[.,:/-])`;
/** Where it may end. */
export const ends = String.raw`(?![\p{L}\p{N}])(?![.,:/]\d)`;

/** A number as it may be written: `1234`, `1,234.50`, `1 234,5`. */
export const number = String.raw`(?:\d{1,3}(?:[.,'’]\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)?`;

export type Found = {
  readonly groups: Readonly<Record<string, string>>;
  /** The last word before it and the first one behind it; empty where there is none. */
  readonly before: string;
  readonly after: string;
};

type Options = {
  /** The full stop of what is found may end a sentence as well, and stays where it does. */
  readonly mayEnd?: boolean;
  readonly flags?: 'gu' | 'giu';
};

/** Replaces what a pattern finds by what `say` makes of it; undefined leaves it as it is. Case does not matter unless said. */
export function sayAll(
  text: string,
  pattern: string,
  say: (found: Found) => string | undefined,
  { mayEnd = false, flags = 'giu' }: Options = {},
): string {
  return text.replace(new RegExp(pattern, flags), (...parts: readonly unknown[]) => {
    const [match, offset, groups] = read(parts);
    const behind = text.slice(offset + match.length);
    const said = say({
      groups,
      before: /[\p{L}’']+(?=\s*$)/u.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? '',
      after: /^\s*([\p{L}’']+)/u.exec(behind.slice(0, 40))?.[1] ?? '',
    });
    if (said === undefined) return match;
    const isEnd = mayEnd && match.endsWith('.') && /^\s*$|^\s+["“„«¿¡]?\p{Lu}/u.test(behind.slice(0, 5));
    return apart(text.slice(0, offset), isEnd ? `${said}.` : said, behind);
  });
}

/** Words do not run into what stands beside them. */
function apart(before: string, said: string, behind: string): string {
  const first = /[\p{L}\p{N}.,;:!?%]$/u.test(before) ? ' ' : '';
  return `${first}${said}${/^[\p{L}\p{N}]/u.test(behind) ? ' ' : ''}`;
}

/** The arguments of a replacer: the match, its groups by number, its place, the text, its groups by name. */
function read(parts: readonly unknown[]): readonly [string, number, Readonly<Record<string, string>>] {
  const match = String(parts[0]);
  const offset = parts.findLast((part) => typeof part === 'number') ?? 0;
  const last = parts.at(-1);
  const groups: Record<string, string> = {};
  if (typeof last === 'object' && last !== null)
    for (const [name, value] of Object.entries(last)) groups[name] = typeof value === 'string' ? value : '';
  return [match, offset, groups];
}
