import type { Language } from '../language.ts';
import { begins, sayAll } from '../patterns.ts';

/** `26th`, `1er`, `3º`. */
export const sayOrdinals = (text: string, { ordinals }: Language): string =>
  ordinals.reduce(
    (said, { written, say }) =>
      sayAll(said, String.raw`${begins}${written}(?![\p{L}\p{N}])`, ({ groups }) =>
        isSmall(groups['digits']) ? say(groups) : undefined,
      ),
    text,
  );

/** A digit too many, and it is no place in a row. */
const isSmall = (digits = ''): boolean => /^[1-9]\d{0,3}$/u.test(digits);
