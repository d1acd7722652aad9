import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

/** What stands in the note field of a call while it differs, or may soon, from what the server has. */
export type Draft = {
  readonly text: string;
  readonly state: 'untouched' | 'unsaved' | 'saving' | 'saved' | 'failed';
  /** Why it could not be saved, as a sentence. */
  readonly failure: string | null;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly clock: Clock };

/** Where the cursor stands in a note, and what is selected: characters from its beginning. */
export type Caret = { readonly start: number; readonly end: number };

const pauseMs = 800;
const retryMs = 3000;
/** What gets better by itself. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'pbxUnavailable', 'databaseUnavailable']);

/**
 * The notes being written. A note is saved when its writer pauses or leaves it, and outlives the card it was written on,
 * and the call: it is here until it is saved and nobody is at it. What a colleague writes meanwhile is shown, unless somebody is
 * writing here.
 */
export class NoteStore {
  readonly store: StoreApi<Readonly<Record<string, Draft>>> = createStore(() => ({}));
  readonly #parts: Parts;
  readonly #focused = new Set<string>();
  readonly #saving = new Set<string>();
  /** What the server had last, of the calls whose note is being written here. */
  readonly #noted = new Map<string, string>();
  readonly #timers = new Map<string, () => void>();
  readonly #ended = new Set<string>();
  readonly #carets = new Map<string, Caret>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly focus = (callId: string, text: string): void => {
    this.#focused.add(callId);
    if (this.#draftOf(callId) === undefined) this.#set(callId, { text, state: 'untouched', failure: null });
  };

  readonly edit = (callId: string, text: string): void => {
    this.#set(callId, { text, state: 'unsaved', failure: null });
    this.#later(callId, pauseMs);
  };

  readonly blur = (callId: string): void => {
    this.#focused.delete(callId);
    const noted = this.#noted.get(callId);
    this.#noted.delete(callId);
    // Another window wrote while the cursor stood here and nothing was written.
    if (noted !== undefined) this.noted(callId, noted);
    this.flush(callId);
    this.#forgetIfDone(callId);
  };

  /**
   * The field with the cursor goes with its card. A card that comes in its place in the same stroke takes the cursor over
   * (`takeCaret`); without one this is as good as leaving it.
   */
  readonly gone = (callId: string, caret: Caret): void => {
    this.#carets.set(callId, caret);
    queueMicrotask(() => {
      if (this.takeCaret(callId) !== undefined) this.blur(callId);
    });
  };

  readonly takeCaret = (callId: string): Caret | undefined => {
    const caret = this.#carets.get(callId);
    this.#carets.delete(callId);
    return caret;
  };

  /** Saves at once what has not been saved. */
  readonly flush = (callId: string): void => {
    this.#cancel(callId);
    const state = this.#draftOf(callId)?.state;
    if ((state === 'unsaved' || state === 'failed') && !this.#saving.has(callId)) void this.#save(callId);
  };

  /** The server has this note now. */
  readonly noted = (callId: string, note: string): void => {
    const draft = this.#draftOf(callId);
    if (draft === undefined) return;
    if (this.#focused.has(callId)) {
      this.#noted.set(callId, note);
      return;
    }
    if (draft.state === 'untouched' || draft.state === 'saved') this.#set(callId, { ...draft, text: note });
  };

  /** The call is over. What has not been saved is, and whoever writes may finish. */
  readonly end = (callId: string): void => {
    if (this.#draftOf(callId) === undefined) return;
    this.#ended.add(callId);
    this.flush(callId);
    this.#forgetIfDone(callId);
  };

  /** Whether somebody is at this note, or some of it has not been saved. */
  readonly isUnfinished = (callId: string): boolean => {
    const state = this.#draftOf(callId)?.state;
    return this.#focused.has(callId) || state === 'unsaved' || state === 'saving' || state === 'failed';
  };

  /** The page goes, and takes what is written with it: sends at once what the server has not been sent yet. */
  readonly keepAll = (): void => {
    for (const [callId, { state }] of Object.entries(this.store.getState())) {
      this.#cancel(callId);
      // Another save may be under way; what it carries is older.
      if (state === 'unsaved' || state === 'failed') void this.#save(callId);
    }
  };

  readonly close = (): void => this.keepAll();

  async #save(callId: string): Promise<void> {
    const text = this.#draftOf(callId)?.text;
    if (text === undefined) return;
    this.#saving.add(callId);
    this.#set(callId, { text, state: 'saving', failure: null });
    const request = { params: { id: callId }, body: { note: text } };
    // The last words of a page that is closed are still on their way when it is gone.
    const saved = await this.#parts.server.call('note', request, { outlivesPage: true });
    this.#saving.delete(callId);
    const draft = this.#draftOf(callId);
    if (draft === undefined) return;
    if (!saved.ok) {
      const { code } = saved.error;
      this.#set(callId, { ...draft, state: 'failed', failure: failureSentence(code, errorTable) });
      if (passing.has(code)) this.#later(callId, retryMs);
    } else if (draft.text === text) {
      this.#set(callId, { text, state: 'saved', failure: null });
      this.#forgetIfDone(callId);
    } else this.flush(callId);
  }

  #forgetIfDone(callId: string): void {
    if (!this.#ended.has(callId) || this.isUnfinished(callId)) return;
    this.#cancel(callId);
    this.#ended.delete(callId);
    this.#noted.delete(callId);
    const { [callId]: _, ...others } = this.store.getState();
    this.store.setState(others, true);
  }

  #later(callId: string, ms: number): void {
    this.#cancel(callId);
    this.#timers.set(
      callId,
      this.#parts.clock.after(ms, () => this.flush(callId)),
    );
  }

  #cancel(callId: string): void {
    this.#timers.get(callId)?.();
    this.#timers.delete(callId);
  }

  readonly #draftOf = (callId: string): Draft | undefined => this.store.getState()[callId];
  readonly #set = (callId: string, draft: Draft): void => this.store.setState({ [callId]: draft });
}
