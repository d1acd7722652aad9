import { useState } from 'react';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ApiFailure } from '../../../ports/server-link.ts';

type Saving = { readonly isBusy: boolean; readonly failure: string | null };
const resting: Saving = { isBusy: false, failure: null };

/** One attempt at a time; what fails is a sentence, and leaves everything in the form as it is. */
export function useSaving() {
  const [saving, setSaving] = useState(resting);
  return {
    ...saving,
    /** `onFailure` may take the failure over for a field: then it is no sentence of the form. */
    run: async <Value>(
      task: () => Promise<Result<Value, ApiFailure>>,
      onDone: (value: Value) => void,
      onFailure: (failure: ApiFailure) => boolean = () => false,
    ): Promise<void> => {
      setSaving({ isBusy: true, failure: null });
      const done = await task();
      if (done.ok) {
        setSaving(resting);
        onDone(done.value);
      } else {
        setSaving({ isBusy: false, failure: onFailure(done.error) ? null : sentenceOf(done.error.code) });
      }
    },
    clear: (): void => setSaving(resting),
  };
}

/** Says that nothing was saved, and why. */
export const sentenceOf = (code: string): string =>
  fill(strings.admin.notSaved, { reason: failureSentence(code, errorTable) });
