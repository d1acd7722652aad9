import { fail, ok, type Result } from '../../../shared/result.ts';
import { Turns } from '../../lib/turns.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Pcm, Speech, SpeechFailure, SpeechRequest, Voice } from '../../ports/speech.ts';
import { checkRequest } from '../check-request.ts';
import { plainText } from '../plain-text.ts';
import { resampleGently } from '../../lib/resample.ts';
import { readWav } from '../wav.ts';
import { voicesFor } from './espeak-voices.ts';
import { runProgram, type Command, type ProgramFailure } from './run-program.ts';

export type EspeakOptions = {
  readonly command?: Command;
  /** What `findEspeak` found. */
  readonly version: string;
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'warn'>;
  /** For one text; eSpeak speaks a hundred times faster than real time. */
  readonly deadlineMs?: number;
  /** Processes at a time. */
  readonly atOnce?: number;
  /** Texts that may wait for their turn. */
  readonly longestQueue?: number;
};

export const espeakOnThePath: Command = ['espeak-ng'];
const usualWordsPerMinute = 175;
/** Twelve minutes at 22,050 Hz: digits are long to say. */
const mostBytes = 32 * 1024 * 1024;

const failures: Readonly<Record<ProgramFailure, SpeechFailure>> = {
  notThere: 'speechUnavailable',
  failed: 'speechUnavailable',
  timedOut: 'speechTimedOut',
  tooMuchOutput: 'speechTooLong',
  stopped: 'speechUnavailable',
};

/** The version of the eSpeak NG that is there; undefined where none is. */
export async function findEspeak(clock: Pick<Clock, 'after'>, command = espeakOnThePath): Promise<string | undefined> {
  const { signal } = new AbortController();
  const run = { args: ['--version'], input: '', clock, deadlineMs: 5000, mostBytes: 10_000, signal };
  const said = await runProgram(command, run);
  return said.ok ? /eSpeak NG text-to-speech: (\S+)/.exec(said.value.toString())?.[1] : undefined;
}

/** Speech by the program `espeak-ng`, a process for each text: a hundred languages, offline, plainly a machine. */
export function createEspeakSpeech(options: EspeakOptions): Speech {
  return new EspeakSpeech(options);
}

class EspeakSpeech implements Speech {
  readonly engine: string;
  readonly #options: EspeakOptions;
  readonly #turns: Turns;
  readonly #ending = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  /** What was asked once; forgotten when the program turns out to be gone. */
  #voices: Promise<readonly Voice[]> | undefined;

  constructor(options: EspeakOptions) {
    this.#options = options;
    this.engine = `espeak-ng-${options.version}`;
    this.#turns = new Turns({ atOnce: options.atOnce ?? 2, longestQueue: options.longestQueue ?? 64 });
  }

  async voices(): Promise<readonly Voice[]> {
    if (this.#turns.closed) return [];
    this.#voices ??= this.#askVoices();
    return this.#voices;
  }

  async synthesize(request: SpeechRequest): Promise<Result<Pcm, SpeechFailure>> {
    const voices = await this.voices();
    const voice = checkRequest(request, voices);
    if (!voice.ok) return voices.length === 0 && voice.error === 'unknownVoice' ? fail('speechUnavailable') : voice;
    const text = plainText(request.input, voice.value.language);
    if (text === undefined) return fail('speechUnspeakable');
    const speed = Math.round(usualWordsPerMinute * (request.speed ?? 1));
    // Two brackets would begin eSpeak's own signs for sounds.
    const input = text.replaceAll('[[', '[ [');
    const args = ['--stdin', '--stdout', '-b', '1', '-s', String(speed), '-v', voice.value.id];
    const said = await this.#run(args, input);
    if (!said.ok) return said;
    const sound = readWav(said.value);
    if (!sound.ok) return this.#refuse('speechUnavailable', sound.error);
    const { sampleRate, samples } = sound.value;
    if (samples.length === 0) return fail('speechUnspeakable');
    const wanted = request.sampleRate ?? sampleRate;
    return ok({ sampleRate: wanted, samples: await resampleGently(samples, sampleRate, wanted) });
  }

  async close(): Promise<void> {
    this.#turns.close();
    this.#ending.abort();
    await Promise.all(this.#running);
  }

  async #askVoices(): Promise<readonly Voice[]> {
    const listing = await this.#run(['--voices'], '');
    if (listing.ok) return voicesFor(listing.value.toString(), this.#options.languages);
    this.#voices = undefined;
    return [];
  }

  async #run(args: readonly string[], input: string): Promise<Result<Buffer, SpeechFailure>> {
    const { clock, command = espeakOnThePath, deadlineMs = 10_000 } = this.#options;
    const run = { args, input, clock, deadlineMs, mostBytes, signal: this.#ending.signal };
    const job = this.#turns.run(() => runProgram(command, run));
    this.#running.add(job);
    const outcome = await job;
    this.#running.delete(job);
    if (!outcome.ok) return fail('speechUnavailable');
    if (outcome.value.ok) return outcome.value;
    const { error } = outcome.value;
    if (error === 'notThere') this.#voices = undefined;
    return error === 'stopped' ? fail('speechUnavailable') : this.#refuse(failures[error], error);
  }

  /** Nothing of the text gets into the log. */
  #refuse(failure: SpeechFailure, reason: string): Result<never, SpeechFailure> {
    this.#options.log.warn({ provider: 'espeak-ng', reason }, 'a text could not be spoken');
    return fail(failure);
  }
}
