import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { ReplyTime } from '../../../../shared/reply/pattern.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';
import type { KeptDraft } from './kept-draft.ts';
import { createListening, type Listening, type ListeningState } from './listening.ts';
import { inWords, saidIn, suggestionsOf, templatesOf, wordsOf, type Suggestion } from './suggestions.ts';
import type { Templates, TemplatesStore } from './templates-store.ts';

/** A reply that is being written. */
export type Draft = Pick<Templates, 'offer' | 'own' | 'hidden'> & {
  /** Whom it is for; null: nobody, the window is closed. */
  readonly callId: string | null;
  readonly text: string;
  readonly language: string;
  readonly voice: string;
  readonly isSending: boolean;
  readonly preview: ListeningState;
  /** Why it was not sent or could not be listened to, as a sentence. */
  readonly failure: string | null;
};

export type DraftStore = {
  readonly store: StoreApi<Draft>;
  /** With the words of a suggestion, by its key, or with those of the last time. */
  readonly open: (callId: string, suggestion?: string | null) => void;
  /** The text is kept for the next reply. */
  readonly close: () => void;
  readonly write: (text: string) => void;
  readonly suggest: (suggestion: Suggestion) => void;
  /** Another time in the suggestion that is chosen, where it names one. */
  readonly chooseTime: (time: ReplyTime) => void;
  /** The template after the chosen one, or the one before. */
  readonly step: (by: 1 | -1) => void;
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
  readonly templates: Pick<TemplatesStore, 'store' | 'load'>;
  readonly kept: KeptDraft;
  readonly onSent: (reply: Reply) => void;
};

/** The server gives the caller more time for so long; it is told again before that is over. */
const writingEveryMs = 10_000;

const closed: Pick<Draft, 'callId' | 'isSending' | 'preview' | 'failure'> = {
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
  readonly #listening: Listening;
  /** Nobody has written anything: the first suggestion is as good as any. */
  #isUntouched: boolean;

  constructor(parts: Parts) {
    this.#parts = parts;
    const kept = parts.kept.read() ?? { text: '', language: '', voice: '' };
    this.store = createStore<Draft>(() => ({ ...closed, ...kept, offer: null, own: null, hidden: [] }));
    this.#isUntouched = kept.text === '';
    this.#listening = createListening({
      ...parts,
      tell: (preview, failure) => this.store.setState({ preview, ...(failure !== null && { failure }) }),
    });
    this.#follow(parts.templates.store.getState());
    parts.templates.store.subscribe((templates) => this.#follow(templates));
  }

  readonly open = (callId: string, suggestion: string | null = null): void => {
    if (this.store.getState().callId !== null) return;
    this.store.setState({ ...closed, callId });
    this.#stillWriting();
    this.#isUntouched = this.store.getState().text === '';
    const chosen = suggestionsOf(this.store.getState()).find(({ key }) => key === suggestion);
    if (chosen !== undefined) this.write(chosen.text);
    this.#fill();
    void this.#parts.templates.load();
  };

  readonly close = (): void => {
    if (this.store.getState().isSending) return;
    this.#shut();
  };

  readonly write = (text: string): void => {
    this.#listening.hush();
    this.#isUntouched = false;
    this.store.setState({ text, failure: null });
  };

  readonly suggest = ({ text }: Suggestion): void => this.write(text);

  readonly chooseTime = (time: ReplyTime): void => {
    const draft = this.store.getState();
    const said = saidIn(draft);
    if (said !== null) this.write(inWords(draft, { ...said, time }));
  };

  readonly step = (by: 1 | -1): void => {
    const draft = this.store.getState();
    const templates = templatesOf(draft);
    const said = saidIn(draft);
    const at = templates.findIndex(({ key }) => key === said?.suggestion.key);
    const next = templates.at(at === -1 && by === -1 ? -1 : (at + by) % templates.length);
    if (next !== undefined) this.suggest(next);
  };

  readonly chooseLanguage = (language: string): void => {
    this.#listening.hush();
    const said = saidIn(this.store.getState());
    const voice = this.store.getState().offer?.languages.find(({ code }) => code === language)?.voice ?? '';
    this.store.setState({ language, voice, failure: null });
    // A suggestion that was not changed is said in the new language, with the same time.
    const now = this.store.getState();
    const suggestion = suggestionsOf(now).find(({ key }) => key === said?.suggestion.key);
    if (said !== null && suggestion !== undefined)
      this.store.setState({ text: inWords(now, { suggestion, time: said.time }) });
  };

  readonly chooseVoice = (voice: string): void => {
    this.#listening.hush();
    this.store.setState({ voice, failure: null });
  };

  readonly listen = async (): Promise<void> => {
    this.store.setState({ failure: null });
    await this.#listening.toggle(wordsOf(this.store.getState()));
  };

  readonly send = async (): Promise<void> => {
    const draft = this.store.getState();
    const { callId, text, language, voice } = draft;
    if (callId === null || draft.isSending || text.trim() === '') return;
    this.#listening.hush();
    this.#isUntouched = false;
    this.store.setState({ isSending: true, failure: null });
    this.#parts.kept.write({ text, language, voice });
    const sent = await this.#parts.server.call('reply', { params: { id: callId }, body: wordsOf(draft) });
    if (sent.ok) {
      this.#parts.onSent(sent.value);
      this.#shut();
    } else this.store.setState({ isSending: false, failure: failureSentence(sent.error.code, errorTable) });
  };

  readonly stop = (): void => this.#shut();

  #shut(): void {
    this.#listening.hush();
    this.#cancelWriting();
    const { text, language, voice } = this.store.getState();
    if (this.#isUntouched) this.store.setState({ text: '' });
    else if (text !== '') this.#parts.kept.write({ text, language, voice });
    this.store.setState(closed);
  }

  /** The caller rings on while somebody writes. A refusal needs no word: the window sees what became of the call. */
  #stillWriting(): void {
    const { callId } = this.store.getState();
    if (callId === null) return;
    void this.#parts.server.call('startReply', { params: { id: callId } });
    this.#cancelWriting = this.#parts.clock.after(writingEveryMs, () => this.#stillWriting());
  }

  #follow({ offer, own, hidden, failure }: Templates): void {
    const { callId, language, voice } = this.store.getState();
    // What was known before serves as well.
    const isMissed = failure !== null && offer === null && callId !== null;
    this.store.setState({ own, hidden, ...(isMissed && { failure }) });
    if (offer === null) return;
    const known = offer.languages.find(({ code }) => code === language) ?? offer.languages[0];
    const isVoiceThere = offer.voices.some(({ id }) => id === voice);
    this.store.setState({
      offer,
      language: known?.code ?? '',
      voice: isVoiceThere ? voice : (known?.voice ?? ''),
    });
    this.#fill();
  }

  /** One begins with the first of one's own, or of the house, once it is known which that is. */
  #fill(): void {
    const { callId } = this.store.getState();
    const { own, failure } = this.#parts.templates.store.getState();
    const isKnown = own !== null || failure !== null;
    if (callId === null || !this.#isUntouched || !isKnown) return;
    this.store.setState((draft) => ({ text: suggestionsOf(draft)[0]?.text ?? '' }));
  }
}
