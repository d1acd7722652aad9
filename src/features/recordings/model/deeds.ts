import { createStore } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { Result } from '../../../../shared/result.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiAnswer, ApiFailure, ServerLink } from '../../../ports/server-link.ts';
import type { RecordingTable } from './recording-table.ts';

export type DeedName = 'note' | 'mark' | 'unmark' | 'handle' | 'exempt' | 'transcribe' | 'delete' | 'share';

export type DeedState = {
  /** What is just being done; one thing at a time. */
  readonly pending: DeedName | null;
  /** Why the last thing was not done, as a sentence, and what it was. */
  readonly failure: { readonly deed: DeedName; readonly why: string } | null;
  readonly link: ApiAnswer<'shareRecording'> | null;
};

type Parts = { readonly server: Pick<ServerLink, 'call'>; readonly table: RecordingTable; readonly id: string };

/** What can be done with one recording. Each answers whether it was done. */
export class Deeds {
  readonly store = createStore<DeedState>(() => ({ pending: null, failure: null, link: null }));
  readonly #server: Parts['server'];
  readonly #table: RecordingTable;
  readonly #params: { readonly id: string };

  constructor({ server, table, id }: Parts) {
    this.#server = server;
    this.#table = table;
    this.#params = { id };
  }

  readonly note = (note: string): Promise<boolean> =>
    this.#change('note', () => this.#server.call('noteRecording', { params: this.#params, body: { note } }));

  readonly mark = (atMs: number, text: string): Promise<boolean> =>
    this.#change('mark', () => this.#server.call('markRecording', { params: this.#params, body: { atMs, text } }));

  readonly unmark = (markId: string): Promise<boolean> =>
    this.#change('unmark', () => this.#server.call('unmarkRecording', { params: { ...this.#params, markId } }));

  readonly handle = (handled: boolean): Promise<boolean> =>
    this.#change('handle', () => this.#server.call('handleRecording', { params: this.#params, body: { handled } }));

  readonly exempt = (exempt: boolean): Promise<boolean> =>
    this.#change('exempt', () => this.#server.call('exemptRecording', { params: this.#params, body: { exempt } }));

  readonly transcribe = (): Promise<boolean> =>
    this.#change('transcribe', () => this.#server.call('transcribe', { params: this.#params }));

  readonly remove = (): Promise<boolean> =>
    this.#carryOut(
      'delete',
      () => this.#server.call('deleteRecording', { params: this.#params }),
      () => this.#table.remove(this.#params.id),
    );

  readonly share = (days: number): Promise<boolean> =>
    this.#carryOut(
      'share',
      () => this.#server.call('shareRecording', { params: this.#params, body: { days } }),
      (link) => this.store.setState({ link }),
    );

  /** Most of them answer how the recording is now. */
  #change(deed: DeedName, ask: () => Promise<Result<Recording, ApiFailure>>): Promise<boolean> {
    return this.#carryOut(deed, ask, (recording) => this.#table.add([recording]));
  }

  async #carryOut<Value>(
    deed: DeedName,
    ask: () => Promise<Result<Value, ApiFailure>>,
    done: (value: Value) => void,
  ): Promise<boolean> {
    if (this.store.getState().pending !== null) return false;
    this.store.setState({ pending: deed, failure: null });
    const result = await ask();
    if (result.ok) done(result.value);
    const failure = result.ok ? null : { deed, why: failureSentence(result.error.code, errorTable) };
    this.store.setState({ pending: null, failure });
    return result.ok;
  }
}
