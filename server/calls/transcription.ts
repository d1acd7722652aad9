import type { Recording } from '../../shared/recording/recording.ts';
import type { Log } from '../ports/log.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import { markTranscript } from './mark-transcript.ts';
import { transcribe, type TranscribeFailure, type TranscribeParts } from './transcribe.ts';

/** Transcripts of what is in the archive and waits for one, made one after the other. */
export type Transcription = {
  /** Whether anybody transcribes: a recording that is made now waits for its transcript, or has none. */
  readonly on: boolean;
  readonly provider: string | null;
  /** What it writes is not to be relied on. */
  readonly draft: boolean;
  /** There may be one that waits: after a recording, after somebody asked for it, after a start. */
  readonly wake: () => void;
  /** Resolves when nothing is being transcribed: nothing waits, or it is tried again later. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Parts = Omit<TranscribeParts, 'transcriber'> & { readonly log: Log; readonly transcriber: Transcriber | null };

/** How long it is until the next try of the same recording; the last one stands for all that follow. */
const pausesMs = [10_000, 30_000, 60_000, 300_000] as const;
/** After so many tries it has failed: an hour of a provider that is away, and less of one that answers nonsense. */
const mostTries: Readonly<Record<TranscribeFailure, number>> = {
  notThere: 1,
  notASound: 1,
  notUnderstood: 2,
  transcriberTimedOut: 2,
  transcriberUnavailable: 14,
  toolsBusy: 14,
  storageFull: 14,
  storageUnavailable: 14,
  databaseUnavailable: 14,
};

export function createTranscription(parts: Parts): Transcription {
  const { transcriber } = parts;
  if (transcriber === null) return nobody;
  const worker = new TranscriptionWorker({ ...parts, transcriber });
  return {
    on: true,
    provider: transcriber.name,
    draft: transcriber.draft,
    wake: () => worker.wake(),
    idle: () => worker.idle(),
    close: () => worker.close(),
  };
}

const nobody: Transcription = {
  on: false,
  provider: null,
  draft: false,
  wake: () => {},
  idle: async () => {},
  close: async () => {},
};

class TranscriptionWorker {
  readonly #parts: TranscribeParts & { readonly log: Log };
  readonly #tries = new Map<string, number>();
  #running: Promise<void> | undefined;
  #again = false;
  #stopPause: (() => void) | undefined;
  #closed = false;

  constructor(parts: TranscribeParts & { readonly log: Log }) {
    this.#parts = parts;
  }

  wake(): void {
    if (this.#closed || this.#stopPause !== undefined) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.wake();
    });
  }

  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopPause?.();
    await this.#parts.transcriber.close();
    await this.idle();
  }

  async #run(): Promise<void> {
    try {
      for (let next = await this.#next(); next !== undefined; next = await this.#next()) {
        const done = await transcribe(this.#parts, next);
        if (done.ok) this.#tries.delete(next.id);
        else if (!this.#closed) await this.#failed(next, done.error);
        if (this.#stopPause !== undefined) return;
      }
    } catch (error) {
      // A bug in one must not stop the rest of the day's; it is tried again with the next recording.
      this.#parts.log.error({ err: error }, 'transcribing failed');
    }
  }

  /** The oldest that waits; what came meanwhile is among them. */
  async #next(): Promise<Recording | undefined> {
    this.#again = false;
    if (this.#closed) return undefined;
    const waiting = await this.#parts.recordings.untranscribed(1);
    if (waiting.ok) return waiting.value[0];
    this.#pause(0);
    return undefined;
  }

  async #failed(recording: Recording, error: TranscribeFailure): Promise<void> {
    const tries = (this.#tries.get(recording.id) ?? 0) + 1;
    const given = tries >= mostTries[error];
    this.#parts.log.warn({ recordingId: recording.id, error, tries, given }, 'a recording could not be transcribed');
    if (given) {
      const marked = await markTranscript(this.#parts, recording.id, 'failed');
      if (marked.ok) return void this.#tries.delete(recording.id);
    }
    this.#tries.set(recording.id, tries);
    this.#pause(tries - 1);
  }

  /** What the provider or the storage cannot do for one it cannot do for the others. */
  #pause(step: number): void {
    if (this.#closed) return;
    const ms = pausesMs[Math.min(step, pausesMs.length - 1)] ?? 0;
    this.#stopPause = this.#parts.clock.after(ms, () => {
      this.#stopPause = undefined;
      this.wake();
    });
  }
}
