import type { Mark, Peaks, RecordedPerson, Recording } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StorageFailure } from '../ports/recording-store.ts';
import type { SoundToolsFailure } from '../ports/sound-tools.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Workbench } from '../ports/workshop.ts';
import type { Desk } from './desk.ts';
import { isFinishedWav } from './is-finished-wav.ts';
import { peaksKey, soundKey } from './recording-keys.ts';

/** What was recorded, and what is known of it. Times are milliseconds since the epoch. */
export type FinishedRecording = Pick<Recording, 'id' | 'kind' | 'callId' | 'queue' | 'caller'> & {
  readonly people: readonly RecordedPerson[];
  readonly startedAt: number;
  readonly marks: readonly Mark[];
  /** Its end is known to be missing; a file that its writer did not finish is found here. */
  readonly cut: boolean;
  /** Null: for ever. */
  readonly keepDays: number | null;
  /** Recording ids at the PBX: one of a voicemail, the caller's and then our side of a call. */
  readonly tracks: readonly [string] | readonly [string, string];
};

export type ArchiveFailure = 'nothingRecorded' | StorageFailure | 'pbxUnavailable' | StoreFailure;

const dayMs = 86_400_000;
/** How long a recording waits for the database. */
const patienceMs = [50, 200, 1000];

/**
 * Brings what the PBX recorded to where it stays. Resolved, its sound is kept and has been checked, its row is stored and with
 * that told; only then the PBX forgets it, so that after a failure it can be tried again: doing it twice is doing it once. It can
 * be played at once; the MP3 is made afterwards. What is shorter than `shortestMs` is nothing.
 */
export async function keepInArchive(
  desk: Desk,
  finished: FinishedRecording,
  shortestMs = 1,
): Promise<Result<Recording, ArchiveFailure>> {
  const sound = await desk.workshop.use((bench) => keepSound(desk, bench, finished, shortestMs));
  if (!sound.ok) {
    if (sound.error === 'nothingRecorded') await forget(desk, finished);
    return sound;
  }
  const transcript = desk.transcription.on ? 'pending' : 'off';
  const stored = await store(desk, recordingOf(finished, sound.value, transcript));
  if (!stored.ok) return stored;
  await forget(desk, finished);
  desk.mp3s.add(finished.id);
  desk.transcription.wake();
  return stored;
}

type KeptSound = { readonly lengthMs: number; readonly cut: boolean };

/** Tracks from the PBX, made one, kept with its picture. */
async function keepSound(
  desk: Desk,
  bench: Workbench,
  finished: FinishedRecording,
  shortestMs: number,
): Promise<Result<KeptSound, ArchiveFailure>> {
  const { id, tracks } = finished;
  const brought = await bring(desk, bench, tracks);
  if (!brought.ok) return brought;
  const wav = soundKey(id, 'wav');
  const made = await make(desk, bench, brought.value.files, wav);
  if (!made.ok) return fail(failureOf(made.error));
  const { lengthMs, peaks } = made.value;
  if (lengthMs < shortestMs) return fail('nothingRecorded');
  const sound = await desk.recordingStore.keep(wav, bench.read(wav), 'audio/wav');
  if (!sound.ok) return sound;
  const picture = await desk.recordingStore.keep(peaksKey(id), once(jsonOf(peaks)), 'application/json');
  return picture.ok ? ok({ lengthMs, cut: finished.cut || brought.value.cut }) : picture;
}

type Brought = { readonly files: readonly (string | null)[]; readonly cut: boolean };

async function bring(
  desk: Desk,
  bench: Workbench,
  tracks: FinishedRecording['tracks'],
): Promise<Result<Brought, ArchiveFailure>> {
  const files: (string | null)[] = [];
  let cut = false;
  for (const [index, track] of tracks.entries()) {
    const read = await desk.telephony.readRecording(track);
    if (!read.ok) return read;
    if (read.value === null) {
      files.push(null);
      continue;
    }
    const name = `track-${index}.wav`;
    const written = await bench.write(name, read.value);
    if (!written.ok) return fail(written.error === 'brokeOff' ? 'pbxUnavailable' : written.error);
    cut ||= !isFinishedWav(written.value);
    files.push(bench.pathOf(name));
  }
  return files.every((file) => file === null) ? fail('nothingRecorded') : ok({ files, cut });
}

async function make(
  { soundTools }: Desk,
  bench: Workbench,
  [left = null, ...others]: readonly (string | null)[],
  name: string,
): Promise<Result<{ readonly lengthMs: number; readonly peaks: Peaks }, SoundToolsFailure | 'nothingRecorded'>> {
  const to = bench.pathOf(name);
  const [right] = others;
  if (right !== undefined) return soundTools.join(left, right, to);
  return left === null ? fail('nothingRecorded') : soundTools.finish(left, to);
}

/** Tools that have too much to do are, to who waits for them, a place that takes nothing: it is tried again. */
function failureOf(error: SoundToolsFailure | 'nothingRecorded'): ArchiveFailure {
  switch (error) {
    case 'notASound':
      return 'nothingRecorded';
    case 'toolsBusy':
      return 'storageUnavailable';
    case 'nothingRecorded':
    case 'storageFull':
    case 'storageUnavailable':
      return error;
    default:
      return error satisfies never;
  }
}

function recordingOf(
  { tracks, keepDays, ...facts }: FinishedRecording,
  { lengthMs, cut }: KeptSound,
  transcript: Recording['transcript'],
): Recording {
  return {
    ...facts,
    version: 1,
    lengthMs,
    channels: tracks.length,
    cut,
    note: '',
    keepUntil: keepDays === null ? null : facts.startedAt + lengthMs + keepDays * dayMs,
    exempt: null,
    handled: null,
    transcript,
  };
}

/** One that is there already was kept before the server was stopped, and has perhaps been changed since. */
async function store(desk: Desk, recording: Recording): Promise<Result<Recording, StoreFailure>> {
  for (const pauseMs of [...patienceMs, null]) {
    const kept = await desk.recordings.keep(recording, desk.clock.now());
    if (kept.ok) return ok(recording);
    if (kept.error === 'conflict') {
      const found = await desk.recordings.find(recording.id);
      return found.ok ? ok(found.value ?? recording) : found;
    }
    if (pauseMs === null) return fail(kept.error);
    await new Promise<void>((resolve) => void desk.clock.after(pauseMs, resolve));
  }
  return fail('databaseUnavailable');
}

const forget = async (desk: Desk, { tracks }: FinishedRecording): Promise<void> =>
  void (await Promise.all(tracks.map((track) => desk.telephony.forgetRecording(track))));

const jsonOf = (peaks: Peaks): Uint8Array => new TextEncoder().encode(JSON.stringify(peaks));

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
