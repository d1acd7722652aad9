import { fail, ok, type Result } from '../../../shared/result.ts';
import { Turns } from '../../lib/turns.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Pcm, Speech, SpeechFailure, SpeechRequest, SpeechSampleRate, Voice } from '../../ports/speech.ts';
import { checkRequest } from '../check-request.ts';
import { plainText } from '../plain-text.ts';
import { resampleGently } from '../../lib/resample.ts';
import { type Ask, createAsk } from './http-ask.ts';
import { isTooShort } from './sound-of.ts';
import { type Trouble, useless } from './trouble.ts';

export type Words = {
  /** In one line, in letters that voices of its language read. */
  readonly text: string;
  readonly voice: Voice;
  readonly speed: number;
  readonly sampleRate: SpeechSampleRate;
};

/** What is a provider's own: how it is asked, and what its answers are. */
export type SpeechApi = {
  readonly provider: string;
  /** See `Speech`. */
  readonly engine: string;
  /** Samples a second: the most it gives, and what it gives unless asked for less. */
  readonly mostSampleRate: SpeechSampleRate;
  /** The voices that were named by setting. */
  readonly wanted: readonly string[];
  readonly listVoices: (ask: Ask) => Promise<Result<readonly Voice[], Trouble>>;
  /** Another rate than asked for is put right. */
  readonly speak: (ask: Ask, words: Words) => Promise<Result<Pcm, Trouble>>;
};

export type NetworkOptions = {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly log: Pick<Log, 'warn'>;
  /** For one text, from the request to the last sample. */
  readonly deadlineMs?: number;
  readonly atOnce?: number;
  /** Texts that may wait for their turn. */
  readonly longestQueue?: number;
};

const listDeadlineMs = 5000;
/** A provider out of reach is left alone for so long: whoever waits in a call waits only once. */
export const pauseMs = 30_000;
const listKeptMs = 3_600_000;

/** Speech by a provider in the network. The text leaves the house. */
export function createNetworkSpeech(api: SpeechApi, options: NetworkOptions): Speech {
  return new NetworkSpeech(api, options);
}

class NetworkSpeech implements Speech {
  readonly engine: string;
  readonly #api: SpeechApi;
  readonly #options: NetworkOptions;
  readonly #turns: Turns;
  readonly #ending = new AbortController();
  readonly #ask: Ask;
  readonly #askForList: Ask;
  #list: { readonly voices: readonly Voice[]; readonly at: number } | undefined;
  #listing: Promise<void> | undefined;
  #pausedUntil = 0;

  constructor(api: SpeechApi, options: NetworkOptions) {
    const { clock, deadlineMs = 10_000, atOnce = 4, longestQueue = 64 } = options;
    this.engine = api.engine;
    this.#api = api;
    this.#options = options;
    this.#turns = new Turns({ atOnce, longestQueue });
    const { signal } = this.#ending;
    this.#ask = createAsk({ clock, deadlineMs, signal });
    this.#askForList = createAsk({ clock, deadlineMs: listDeadlineMs, signal });
  }

  async voices(): Promise<readonly Voice[]> {
    if (this.#turns.closed || this.#isPaused) return [];
    return (await this.#known()) ?? [];
  }

  async synthesize(request: SpeechRequest): Promise<Result<Pcm, SpeechFailure>> {
    const voices = await this.#known();
    const voice = checkRequest(request, voices ?? []);
    if (!voice.ok) return voices === undefined && voice.error === 'unknownVoice' ? fail('speechUnavailable') : voice;
    const text = plainText(request.input, voice.value.language);
    if (text === undefined) return fail('speechUnspeakable');
    const { speed = 1, sampleRate = this.#api.mostSampleRate } = request;
    const spoken = await this.#turns.run(() => this.#speak({ text, voice: voice.value, speed, sampleRate }));
    return spoken.ok ? spoken.value : fail('speechUnavailable');
  }

  async close(): Promise<void> {
    this.#turns.close();
    this.#ending.abort();
    await this.#listing;
  }

  async #speak({ sampleRate, ...words }: Words): Promise<Result<Pcm, SpeechFailure>> {
    if (this.#isPaused || this.#turns.closed) return fail('speechUnavailable');
    const { mostSampleRate, speak } = this.#api;
    const answer = await speak(this.#ask, {
      ...words,
      sampleRate: sampleRate > mostSampleRate ? mostSampleRate : sampleRate,
    });
    const sound = answer.ok && isTooShort(answer.value, words.text) ? useless('too short') : answer;
    if (!sound.ok) return this.#tell(sound.error, words.voice);
    const { sampleRate: given, samples } = sound.value;
    return ok({ sampleRate, samples: await resampleGently(samples, given, sampleRate) });
  }

  get #isPaused(): boolean {
    return this.#options.clock.now() < this.#pausedUntil;
  }

  /** The voices as last heard; a list that has grown old is asked for anew behind the asker's back. Undefined: never heard. */
  async #known(): Promise<readonly Voice[] | undefined> {
    const old = this.#list === undefined || this.#options.clock.now() - this.#list.at > listKeptMs;
    if (old && !this.#isPaused && !this.#turns.closed) this.#listing ??= this.#renewList();
    if (this.#list === undefined) await this.#listing;
    return this.#list?.voices;
  }

  async #renewList(): Promise<void> {
    const listed = await this.#api.listVoices(this.#askForList);
    this.#listing = undefined;
    if (listed.ok) this.#keepList(listed.value);
    else this.#tell({ ...listed.error, lasting: true });
  }

  #keepList(voices: readonly Voice[]): void {
    const { clock, log } = this.#options;
    const { provider, wanted } = this.#api;
    this.#list = { voices, at: clock.now() };
    const missing = wanted.filter((name) => voices.every(({ id }) => id !== name));
    if (missing.length === 0 && voices.length > 0) return;
    log.warn({ provider, missing }, 'a provider does not have the voices that are wanted');
  }

  #tell({ code, reason, lasting }: Trouble, voice?: Voice): Result<never, SpeechFailure> {
    if (this.#turns.closed) return fail('speechUnavailable');
    const { clock, log } = this.#options;
    const what = voice === undefined ? 'a provider does not tell its voices' : 'a provider did not speak a text';
    log.warn({ provider: this.#api.provider, ...(voice !== undefined && { voice: voice.id }), reason }, what);
    if (lasting) this.#pausedUntil = clock.now() + pauseMs;
    return fail(code);
  }
}
