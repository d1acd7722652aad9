import { z } from 'zod';
import { parseJson } from '../../../lib/parse-json.ts';

/** What was written last, and how it was to be spoken: the next reply begins with it. */
export type KeptDraft = { readonly text: string; readonly language: string; readonly voice: string };

type KeptStorage = Pick<Storage, 'getItem' | 'setItem'>;

const key = 'frontdesk.reply';
const schema = z.object({ text: z.string().max(1000), language: z.string().max(35), voice: z.string().max(64) });

export function readDraft(storage: KeptStorage): KeptDraft | null {
  const kept = schema.safeParse(parseJson(storage.getItem(key) ?? ''));
  return kept.success ? kept.data : null;
}

export const keepDraft = (storage: KeptStorage, draft: KeptDraft): void => storage.setItem(key, JSON.stringify(draft));
