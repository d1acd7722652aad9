import { fail, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';
import type { SoundTools, SoundToolsFailure } from '../ports/sound-tools.ts';
import type { Workbench, Workshop } from '../ports/workshop.ts';
import { soundKey } from './recording-keys.ts';
import { createSerial } from './serial.ts';

/** Beyond that they wait for the next start; nobody misses an MP3 who can hear the WAV. */
const mostWaiting = 500;
/** How many of the latest recordings are looked at when the server starts. */
const lookedAt = 500;

/** MP3s of what is in the archive, made one after the other, after everything that somebody waits for. */
export type Mp3Queue = {
  readonly add: (recordingId: string) => void;
  /** Adds those that are missing: the server was stopped, or had too much to do. */
  readonly makeUp: () => Promise<void>;
  /** Resolves when nothing waits. */
  readonly idle: () => Promise<void>;
};

type Parts = {
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly soundTools: SoundTools;
  readonly workshop: Workshop;
  readonly log: Log;
};

export function createMp3Queue(parts: Parts): Mp3Queue {
  const inOrder = createSerial();
  let waiting = 0;
  const add = (recordingId: string): void => {
    if (waiting >= mostWaiting) {
      parts.log.warn({ recordingId }, 'an MP3 is not made now: too many are waiting');
      return;
    }
    waiting += 1;
    void inOrder(async () => {
      waiting -= 1;
      await encode(parts, recordingId);
    }).catch((error: unknown) => parts.log.error({ err: error, recordingId }, 'making an MP3 failed'));
  };
  return {
    add,
    makeUp: async () => {
      const latest = await parts.recordings.list({}, { limit: lookedAt, offset: 0 });
      if (!latest.ok) return;
      for (const { id } of latest.value.recordings) {
        const length = await parts.recordingStore.lengthOf(soundKey(id, 'mp3'));
        if (length.ok && length.value === null) add(id);
      }
    },
    idle: () => inOrder(async () => {}),
  };
}

async function encode(parts: Parts, recordingId: string): Promise<void> {
  const made = await parts.workshop.use((bench) => encodeOn(parts, bench, recordingId));
  if (made.ok) return;
  parts.log.error({ recordingId, error: made.error }, 'an MP3 could not be made; the next start tries again');
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
