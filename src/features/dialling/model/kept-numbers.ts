import { z } from 'zod';
import { parseJson } from '../../../lib/parse-json.ts';

/** The numbers somebody called last in this browser, latest first, in E.164. */
export type KeptNumbers = {
  readonly read: () => readonly string[];
  /** Adds one at the front. */
  readonly add: (number: string) => readonly string[];
};

type Parts = { readonly storage: Pick<Storage, 'getItem' | 'setItem'>; readonly userId: string };

const mostNumbers = 10;
const schema = z.array(z.string().regex(/^\+\d{1,15}$/)).max(mostNumbers);

export function keepNumbers({ storage, userId }: Parts): KeptNumbers {
  const key = `frontdesk-dialled-${userId}`;
  const read = (): readonly string[] => {
    const kept = schema.safeParse(parseJson(storage.getItem(key) ?? ''));
    return kept.success ? kept.data : [];
  };
  return {
    read,
    add: (number) => {
      // As it is now: another window may have added some.
      const numbers = [number, ...read().filter((other) => other !== number)].slice(0, mostNumbers);
      storage.setItem(key, JSON.stringify(numbers));
      return numbers;
    },
  };
}
