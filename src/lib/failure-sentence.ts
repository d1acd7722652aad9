import { strings } from './strings/strings.ts';

type Table = Readonly<Record<string, { readonly message: string }>>;

/** The sentence for the code of a failure: ours, or that of the server's errors table. */
export function failureSentence(code: string, table: Table): string {
  const own: Readonly<Record<string, string>> = strings.failures;
  return own[code] ?? table[code]?.message ?? strings.failures.unreachable;
}
