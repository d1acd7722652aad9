import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';

export type Playing = {
  readonly replyId: string | null;
  readonly state: 'silent' | 'loading' | 'playing';
  /** Why it is not heard, as a sentence. */
  readonly failure: string | null;
};

/** Plays what callers left, one at a time, where calls are heard. */
export type VoicemailPlayer = {
  readonly store: StoreApi<Playing>;
  /** Plays this one instead of any other; pressed again it stops. */
  readonly toggle: (replyId: string) => Promise<void>;
  readonly stop: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
};

const silent: Playing = { replyId: null, state: 'silent', failure: null };

export function createVoicemailPlayer({ server, speaker }: Parts): VoicemailPlayer {
  const store = createStore<Playing>(() => silent);
  const isStill = (replyId: string): boolean => store.getState().replyId === replyId;
  const stop = (): void => {
    if (store.getState().replyId === null) return;
    store.setState(silent);
    speaker.stop();
  };
  return {
    store,
    stop,
    toggle: async (replyId) => {
      const isOn = isStill(replyId) && store.getState().state !== 'silent';
      stop();
      if (isOn) return;
      store.setState({ replyId, state: 'loading', failure: null });
      const sound = await server.call('voicemail', { params: { id: replyId } });
      if (!isStill(replyId)) return;
      if (!sound.ok) {
        store.setState({ replyId, state: 'silent', failure: failureSentence(sound.error.code, errorTable) });
        return;
      }
      store.setState({ replyId, state: 'playing', failure: null });
      const wasHeard = await speaker.play(sound.value);
      if (isStill(replyId)) store.setState(wasHeard ? silent : { ...silent, replyId, failure: blocked });
    },
  };
}

const blocked = strings.desk.soundBlockedTitle;
