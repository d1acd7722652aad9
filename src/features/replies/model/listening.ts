import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiRequest, ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';

export type ListeningState = 'silent' | 'preparing' | 'playing';

export type Listening = {
  /** Plays the very sound a caller will hear, or stops it. */
  readonly toggle: (words: ApiRequest<'previewSpeech'>['body']) => Promise<void>;
  readonly hush: () => void;
};

export type ListeningParts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
  /** What has become of it; `failure` says as a sentence why nothing can be heard. */
  readonly tell: (state: ListeningState, failure: string | null) => void;
};

/** Hearing a message before a caller does. The latest wish counts. */
export function createListening({ server, speaker, tell }: ListeningParts): Listening {
  let state: ListeningState = 'silent';
  let wishes = 0;
  const become = (next: ListeningState, failure: string | null = null): void => {
    state = next;
    tell(next, failure);
  };
  const hush = (): void => {
    wishes += 1;
    speaker.stop();
    if (state !== 'silent') become('silent');
  };
  return {
    hush,
    toggle: async (words) => {
      if (state !== 'silent') return hush();
      wishes += 1;
      const wish = wishes;
      become('preparing');
      const sound = await server.call('previewSpeech', { body: words });
      if (wish !== wishes) return;
      if (!sound.ok) return become('silent', failureSentence(sound.error.code, errorTable));
      become('playing');
      await speaker.play(sound.value);
      if (wish === wishes) become('silent');
    },
  };
}
