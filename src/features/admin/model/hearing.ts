import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ApiFailure } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';

/** Which sound is fetched or heard; null: none. `failure` says as a sentence why the last one is not. */
export type Hearing = { readonly what: string | null; readonly failure: string | null };

export type Ear = {
  /** Plays this one instead of any other; pressed again it stops. */
  readonly toggle: (what: string, fetch: () => Promise<Result<Uint8Array, ApiFailure>>) => Promise<void>;
  readonly hush: () => void;
};

type Parts = {
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
  readonly tell: (hearing: Hearing) => void;
};

/** Hearing what callers will hear. The latest wish counts. */
export function createHearing({ speaker, tell }: Parts): Ear {
  let now: string | null = null;
  let wishes = 0;
  const become = (what: string | null, failure: string | null = null): void => {
    now = what;
    tell({ what, failure });
  };
  const hush = (): void => {
    wishes += 1;
    if (now === null) return;
    speaker.stop();
    become(null);
  };
  return {
    hush,
    toggle: async (what, fetch) => {
      const isOn = now === what;
      hush();
      if (isOn) return;
      const wish = wishes;
      become(what);
      const sound = await fetch();
      if (wish !== wishes) return;
      if (!sound.ok) {
        const reason = failureSentence(sound.error.code, errorTable);
        return become(null, fill(strings.admin.rules.notHeard, { reason }));
      }
      const wasHeard = await speaker.play(sound.value);
      if (wish === wishes) become(null, wasHeard ? null : strings.desk.soundBlockedTitle);
    },
  };
}
