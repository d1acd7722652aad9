import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { Peaks, Transcript } from '../../../../shared/recording/recording.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiAnswer, ApiFailure, ServerLink } from '../../../ports/server-link.ts';
import type { RecordingTable } from './recording-table.ts';

/** Where an answer stands that is asked for once. */
export type Asked<Value> =
  | { readonly state: 'asking' }
  | { readonly state: 'here'; readonly value: Value }
  | { readonly state: 'failed'; readonly why: string };

/** One recording and all that belongs to it, as far as it is known; how it is now stands in the table. */
export type Detail = {
  readonly about: Asked<Omit<ApiAnswer<'recording'>, 'recording'>>;
  readonly peaks: Asked<Peaks>;
  readonly transcript: Asked<Transcript | null>;
  /** It was deleted meanwhile. */
  readonly isGone: boolean;
};

export type DetailStore = {
  readonly id: string;
  /** Of a share link: it goes with every question. */
  readonly share: string | null;
  readonly store: StoreApi<Detail>;
  /** Asks at once, and again for what changes. Answers the way to stop. */
  readonly follow: () => () => void;
  /** Asks who has heard it, which no event tells. */
  readonly look: () => void;
};

export type DetailParts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly table: RecordingTable;
  readonly id: string;
  readonly share: string | null;
};

const asking = { state: 'asking' } as const;

export const createDetailStore = (parts: DetailParts): DetailStore => new OneRecording(parts);

class OneRecording implements DetailStore {
  readonly store = createStore<Detail>(() => ({ about: asking, peaks: asking, transcript: asking, isGone: false }));
  readonly id: string;
  readonly share: string | null;
  readonly #server: DetailParts['server'];
  readonly #table: RecordingTable;

  constructor({ server, table, id, share }: DetailParts) {
    this.id = id;
    this.share = share;
    this.#server = server;
    this.#table = table;
  }

  readonly follow = (): (() => void) => {
    void this.#askAbout();
    void this.#askPeaks();
    void this.#askTranscript();
    return this.#table.subscribeChanges((change) => {
      if (change.kind === 'gone') {
        if (change.id === this.id) this.store.setState({ isGone: true });
        return;
      }
      const { before, now } = change;
      if (now.id === this.id && now.transcript !== before?.transcript) void this.#askTranscript();
    });
  };

  readonly look = (): void => void this.#askAbout();

  get #request() {
    return { params: { id: this.id }, query: this.share === null ? {} : { share: this.share } };
  }

  async #askAbout(): Promise<void> {
    const found = await this.#server.call('recording', this.#request);
    if (!found.ok) {
      // What is known already is still so.
      if (this.store.getState().about.state !== 'here') this.store.setState({ about: failed(found.error) });
      return;
    }
    const { recording, ...value } = found.value;
    this.#table.add([recording]);
    this.store.setState({ about: { state: 'here', value } });
  }

  async #askPeaks(): Promise<void> {
    const found = await this.#server.call('recordingPeaks', this.#request);
    this.store.setState({ peaks: found.ok ? { state: 'here', value: found.value } : failed(found.error) });
  }

  async #askTranscript(): Promise<void> {
    const found = await this.#server.call('recordingTranscript', this.#request);
    this.store.setState({
      transcript: found.ok ? { state: 'here', value: found.value.transcript } : failed(found.error),
    });
  }
}

const failed = ({ code }: ApiFailure): { readonly state: 'failed'; readonly why: string } => ({
  state: 'failed',
  why: failureSentence(code, errorTable),
});
