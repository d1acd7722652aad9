import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';
import type { SoundTools, SoundToolsFailure } from '../ports/sound-tools.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Workbench, Workshop } from '../ports/workshop.ts';
import { soundKey } from './recording-keys.ts';
import { createSerial } from './serial.ts';

/** Beyond that they wait for another time; nobody misses an MP3 who can hear the WAV. */
const mostWaiting = 500;
/** Until one that could not be made is tried again; the last pause stands for all that follow. */
const pausesMs = [60_000, 300_000, 900_000, 3_600_000] as const;
/** How many recordings are looked at at a time when the server starts. */
const lookedAt = 200;

/** MP3s of what is in the archive, made one after the other, after everything that somebody waits for. */
export type Mp3Queue = {
  readonly add: (recordingId: string) => void;
  /** Adds all that are missing, the latest first: the server was stopped, or had too much to do. Resolves when it has looked at all. */
  readonly makeUp: () => Promise<void>;
  /** Resolves when nothing waits but what could not be made. */
  readonly idle: () => Promise<void>;
  /** What has not been begun is not made any more. */
  readonly close: () => void;
};

type Parts = {
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly soundTools: SoundTools;
  readonly workshop: Workshop;
  readonly clock: Clock;
  readonly log: Log;
};

export const createMp3Queue = (parts: Parts): Mp3Queue => new Queue(parts);

class Queue implements Mp3Queue {
  readonly #parts: Parts;
  readonly #inOrder = createSerial();
  #waiting = 0;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly add = (recordingId: string): void => this.#add(recordingId, 0);

  readonly makeUp = async (): Promise<void> => {
    for (let offset = 0, total = 1; offset < total && !this.#isClosed;) {
      const page = await lookAt(this.#parts, offset);
      if (!page.ok) {
        await new Promise<void>((resolve) => void this.#parts.clock.after(pausesMs[0], resolve));
        continue;
      }
      for (const recordingId of page.value.missing) this.add(recordingId);
      await this.idle();
      offset += lookedAt;
      total = page.value.total;
    }
  };

  readonly idle = (): Promise<void> => this.#inOrder(async () => {});

  readonly close = (): void => {
    this.#isClosed = true;
  };

  #add(recordingId: string, tries: number): void {
    if (this.#waiting >= mostWaiting) return this.#later(recordingId, tries);
    this.#waiting += 1;
    void this.#inOrder(async () => {
      this.#waiting -= 1;
      if (!this.#isClosed && (await shouldTryAgain(this.#parts, recordingId))) this.#later(recordingId, tries);
    }).catch((error: unknown) => this.#parts.log.error({ err: error, recordingId }, 'making an MP3 failed'));
  }

  #later(recordingId: string, tries: number): void {
    this.#parts.clock.after(pausesMs[tries] ?? pausesMs[3], () => this.#add(recordingId, tries + 1));
  }
}

/** Which of so many have no MP3, and how many recordings there are. */
async function lookAt(
  { recordings, recordingStore }: Parts,
  offset: number,
): Promise<Result<{ readonly missing: readonly string[]; readonly total: number }, StoreFailure | StorageFailure>> {
  const page = await recordings.list({}, { limit: lookedAt, offset });
  if (!page.ok) return page;
  const missing: string[] = [];
  for (const { id } of page.value.recordings) {
    const length = await recordingStore.lengthOf(soundKey(id, 'mp3'));
    if (!length.ok) return length;
    if (length.value === null) missing.push(id);
  }
  return ok({ missing, total: page.value.total });
}

/** Makes it, if it can be made now. */
async function shouldTryAgain(parts: Parts, recordingId: string): Promise<boolean> {
  const made = await parts.workshop.use((bench) => encodeOn(parts, bench, recordingId));
  if (made.ok) return false;
  const again = made.error !== 'notASound';
  parts.log.error({ recordingId, error: made.error, again }, 'an MP3 could not be made');
  return again;
}

async function encodeOn(
  { recordingStore, soundTools }: Parts,
  bench: Workbench,
  recordingId: string,
): Promise<Result<void, SoundToolsFailure | StorageFailure | 'brokeOff' | 'badRange'>> {
  const wav = await recordingStore.open(soundKey(recordingId, 'wav'));
  if (!wav.ok) return wav;
  // It has been deleted meanwhile.
  if (wav.value === null) return ok();
  const written = await bench.write('whole.wav', wav.value.chunks);
  if (!written.ok) return fail(written.error);
  const encoded = await soundTools.toMp3(bench.pathOf('whole.wav'), bench.pathOf('whole.mp3'));
  if (!encoded.ok) return encoded;
  const kept = await recordingStore.keep(soundKey(recordingId, 'mp3'), bench.read('whole.mp3'), 'audio/mpeg');
  return kept.ok ? removeIfGone(recordingStore, recordingId) : kept;
}

/** Deleted while it was encoded: then so is what came of it. */
async function removeIfGone(
  store: Parts['recordingStore'],
  recordingId: string,
): Promise<Result<void, StorageFailure>> {
  const there = await store.lengthOf(soundKey(recordingId, 'wav'));
  return there.ok && there.value === null ? store.remove(soundKey(recordingId, 'mp3')) : ok();
}
