import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';
import { keepDraft, readDraft } from './kept-draft.ts';
import { suggestionsOf, wordsOf, type ReplyOffer, type Suggestion } from './suggestions.ts';

/** A reply that is being written. */
export type Draft = {
  /** Whom it is for; null: nobody, the window is closed. */
  readonly callId: string | null;
  readonly text: string;
  readonly language: string;
  readonly voice: string;
  /** What one may choose from; null until the server has said. */
  readonly offer: ReplyOffer | null;
  readonly isSending: boolean;
  readonly preview: 'silent' | 'preparing' | 'playing';
  /** Why it was not sent or could not be listened to, as a sentence. */
  readonly failure: string | null;
};

export type DraftStore = {
  readonly store: StoreApi<Draft>;
  readonly open: (callId: string) => void;
  /** The text is kept for the next reply. */
  readonly close: () => void;
  readonly write: (text: string) => void;
  readonly suggest: (suggestion: Suggestion) => void;
  readonly chooseLanguage: (code: string) => void;
  readonly chooseVoice: (voiceId: string) => void;
  /** Plays the very sound the caller will hear, or stops it. */
  readonly listen: () => Promise<void>;
  readonly send: () => Promise<void>;
  readonly stop: () => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly onSent: (reply: Reply) => void;
};

/** The server gives the caller more time for so long; it is told again before that is over. */
const writingEveryMs = 10_000;

const closed: Omit<Draft, 'text' | 'language' | 'voice' | 'offer'> = {
  callId: null,
  isSending: false,
  preview: 'silent',
  failure: null,
};

export const createDraftStore = (parts: Parts): DraftStore => new Drafts(parts);

class Drafts implements DraftStore {
  readonly store: StoreApi<Draft>;
  readonly #parts: Parts;
  #cancelWriting = (): void => undefined;
  /** The latest wish to listen counts. */
  #listened = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const kept = readDraft(parts.storage) ?? { text: '', language: '', voice: '' };
    this.store = createStore<Draft>(() => ({ ...closed, ...kept, offer: null }));
  }

  readonly open = (callId: string): void => {
    if (this.store.getState().callId !== null) return;
    this.store.setState({ ...closed, callId });
    this.#stillWriting();
    void this.#askOffer();
  };

  readonly close = (): void => {
    if (this.store.getState().isSending) return;
    this.#shut();
  };

  readonly write = (text: string): void => {
    this.#hush();
    this.store.setState({ text, failure: null });
  };

  readonly suggest = ({ text }: Suggestion): void => this.write(text);

  readonly chooseLanguage = (language: string): void => {
    this.#hush();
    const { offer, text } = this.store.getState();
    const before = suggestionsOf(this.store.getState());
    const voice = offer?.languages.find(({ code }) => code === language)?.voice ?? '';
    this.store.setState({ language, voice, failure: null });
    // A suggestion that was not changed is said in the new language.
    const place = before.findIndex((one) => one.text === text);
    const same = suggestionsOf(this.store.getState())[place];
    if (place !== -1 && same !== undefined) this.store.setState({ text: same.text });
  };

  readonly chooseVoice = (voice: string): void => {
    this.#hush();
    this.store.setState({ voice, failure: null });
  };

  readonly listen = async (): Promise<void> => {
    const { speaker, server } = this.#parts;
    if (this.store.getState().preview !== 'silent') return this.#hush();
    this.#listened += 1;
    const wish = this.#listened;
    const isWanted = (): boolean => wish === this.#listened;
    this.store.setState({ preview: 'preparing', failure: null });
    const sound = await server.call('previewSpeech', { body: wordsOf(this.store.getState()) });
    if (!isWanted()) return;
    if (!sound.ok) {
      this.store.setState({ preview: 'silent', failure: failureSentence(sound.error.code, errorTable) });
      return;
    }
    this.store.setState({ preview: 'playing' });
    await speaker.play(sound.value);
    if (isWanted()) this.store.setState({ preview: 'silent' });
  };

  readonly send = async (): Promise<void> => {
    const draft = this.store.getState();
    const { callId, text, language, voice } = draft;
    if (callId === null || draft.isSending || text.trim() === '') return;
    this.#hush();
    this.store.setState({ isSending: true, failure: null });
    keepDraft(this.#parts.storage, { text, language, voice });
    const sent = await this.#parts.server.call('reply', { params: { id: callId }, body: wordsOf(draft) });
    if (sent.ok) {
      this.#parts.onSent(sent.value);
      this.#shut();
    } else this.store.setState({ isSending: false, failure: failureSentence(sent.error.code, errorTable) });
  };

  readonly stop = (): void => this.#shut();

  #shut(): void {
    this.#hush();
    this.#cancelWriting();
    const { text, language, voice } = this.store.getState();
    if (text !== '') keepDraft(this.#parts.storage, { text, language, voice });
    this.store.setState(closed);
  }

  #hush(): void {
    this.#listened += 1;
    this.#parts.speaker.stop();
    this.store.setState({ preview: 'silent' });
  }

  /** The caller rings on while somebody writes. A refusal needs no word: the window sees what became of the call. */
  #stillWriting(): void {
    const { callId } = this.store.getState();
    if (callId === null) return;
    void this.#parts.server.call('startReply', { params: { id: callId } });
    this.#cancelWriting = this.#parts.clock.after(writingEveryMs, () => this.#stillWriting());
  }

  async #askOffer(): Promise<void> {
    if (this.store.getState().offer !== null) return;
    const answer = await this.#parts.server.call('replyOffer', {});
    if (!answer.ok) {
      this.store.setState({ failure: failureSentence(answer.error.code, errorTable) });
      return;
    }
    const offer = answer.value;
    const { language, voice, text } = this.store.getState();
    const known = offer.languages.find(({ code }) => code === language) ?? offer.languages[0];
    const isVoiceThere = offer.voices.some(({ id }) => id === voice);
    this.store.setState({
      offer,
      language: known?.code ?? '',
      voice: isVoiceThere ? voice : (known?.voice ?? ''),
      text: text === '' ? (known?.templates[0]?.text ?? '') : text,
    });
  }
}
