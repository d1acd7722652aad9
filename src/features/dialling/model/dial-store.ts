import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ServerFrame } from '../../../../shared/protocol/stream.ts';
import { looksLikeNumber, withoutTrimmings, type NumberReading, type ReadNumber } from '../../../lib/read-number.ts';
import type { ApiAnswer, ServerLink } from '../../../ports/server-link.ts';
import type { KeptNumbers } from './kept-numbers.ts';

/** The field in which somebody looks for a colleague or writes a number to call. */
export type DialField = {
  readonly text: string;
  /** The text as a telephone number; null: it is not meant as one. */
  readonly reading: NumberReading | null;
  /** Somebody wanted to call what cannot be called: why not is to be said. */
  readonly isRefused: boolean;
  /** The numbers called last, latest first, in E.164. */
  readonly recent: readonly string[];
};

export type DialStore = {
  readonly store: StoreApi<DialField>;
  /** Whether calls can be placed from here, and where numbers without a plus are; null until the server has said. */
  readonly place: StoreApi<{ readonly known: ApiAnswer<'dialling'> | null }>;
  readonly write: (text: string) => void;
  /** Puts the number called before (1), or after (-1), in the field. False when the field has something else in it. */
  readonly recall: (by: 1 | -1) => boolean;
  /** Calls the number in the field. */
  readonly call: () => Promise<void>;
  /** What is in the field cannot be called: says so. */
  readonly refuse: () => void;
  /** Keeps a number that was called. */
  readonly remember: (number: string) => void;
  /** Fetches the world's numbering plans; numbers are taken as they are until then. */
  readonly load: () => Promise<void>;
  readonly accept: (frame: ServerFrame) => void;
};

type Parts = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly numbers: KeptNumbers;
  readonly loadReadNumber: () => Promise<ReadNumber>;
  /** Calls a number; whether it was placed. */
  readonly placeCall: (number: string) => Promise<boolean>;
};

export const createDialStore = (parts: Parts): DialStore => new Dial(parts);

/** Nobody knows better yet: the server says what is wrong with it. */
const asWritten: ReadNumber = (text) => {
  const plain = withoutTrimmings(text);
  return { kind: 'number', number: plain, shown: plain };
};

class Dial implements DialStore {
  readonly store: StoreApi<DialField>;
  readonly place = createStore<{ readonly known: ApiAnswer<'dialling'> | null }>(() => ({ known: null }));
  readonly #parts: Parts;
  #read: ReadNumber = asWritten;
  /** Which of the recent numbers is in the field; -1: none of them. */
  #recalled = -1;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.store = createStore<DialField>(() => ({
      text: '',
      reading: null,
      isRefused: false,
      recent: parts.numbers.read(),
    }));
  }

  readonly write = (text: string): void => {
    this.#recalled = -1;
    this.#show(text);
  };

  readonly recall = (by: 1 | -1): boolean => {
    // Another window may have called somebody since.
    const recent = this.#parts.numbers.read();
    const isFree = this.#recalled !== -1 || (by === 1 && this.store.getState().text === '');
    if (!isFree || recent.length === 0) return false;
    this.store.setState({ recent });
    this.#recalled = Math.max(-1, Math.min(this.#recalled + by, recent.length - 1));
    this.#show(recent[this.#recalled] ?? '');
    return true;
  };

  readonly call = async (): Promise<void> => {
    const { reading, text } = this.store.getState();
    if (reading?.kind !== 'number') return this.refuse();
    const isPlaced = await this.#parts.placeCall(reading.number);
    if (isPlaced && this.store.getState().text === text) this.write('');
  };

  readonly refuse = (): void => this.store.setState(({ reading }) => ({ isRefused: reading !== null }));

  readonly remember = (number: string): void => {
    const reading = this.#reading(number);
    const isE164 = reading?.kind === 'number' && /^\+\d{1,15}$/.test(reading.number);
    if (isE164) this.store.setState({ recent: this.#parts.numbers.add(reading.number) });
  };

  readonly load = async (): Promise<void> => {
    this.#read = await this.#parts.loadReadNumber();
    this.#show(this.store.getState().text);
  };

  readonly accept = ({ type }: ServerFrame): void => {
    // A server that was started anew may have another trunk.
    if (type === 'snapshot') void this.#ask();
  };

  async #ask(): Promise<void> {
    const answer = await this.#parts.server.call('dialling', {});
    if (!answer.ok) return;
    this.place.setState({ known: answer.value });
    this.#show(this.store.getState().text);
  }

  #show(text: string): void {
    this.store.setState({ text, reading: this.#reading(text), isRefused: false });
  }

  #reading(text: string): NumberReading | null {
    return looksLikeNumber(text) ? this.#read(text, this.place.getState().known?.country ?? '') : null;
  }
}
