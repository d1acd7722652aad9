import { z } from 'zod';
import { longestReply } from '../../../../shared/protocol/reply-operations.ts';
import { parseJson } from '../../../lib/parse-json.ts';

/** What somebody wrote last in this browser, and how it was to be spoken: their next reply begins with it. */
export type KeptDraft = {
  readonly read: () => Written | null;
  readonly write: (draft: Written) => void;
};

type Written = { readonly text: string; readonly language: string; readonly voice: string };
type Parts = { readonly storage: Pick<Storage, 'getItem' | 'setItem'>; readonly userId: string };

const schema = z.object({
  text: z.string().max(longestReply),
  language: z.string().max(35),
  voice: z.string().max(64),
});

export function keepDraft({ storage, userId }: Parts): KeptDraft {
  const key = `frontdesk-reply-${userId}`;
  return {
    read: () => {
      const kept = schema.safeParse(parseJson(storage.getItem(key) ?? ''));
      return kept.success ? kept.data : null;
    },
    write: (draft) => storage.setItem(key, JSON.stringify(draft)),
  };
}
