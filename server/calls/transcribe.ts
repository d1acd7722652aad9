import type { Recording, Word } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';
import type { SoundTools, SoundToolsFailure } from '../ports/sound-tools.ts';
import type { StoreFailure } from '../ports/stores.ts';
import type { Heard, Transcriber, TranscriberFailure } from '../ports/transcriber.ts';
import type { Workbench, Workshop } from '../ports/workshop.ts';
import { soundKey } from './recording-keys.ts';
import { markTranscript } from './mark-transcript.ts';

/** `notThere`: its sound is gone. */
export type TranscribeFailure = 'notThere' | TranscriberFailure | SoundToolsFailure | StorageFailure | StoreFailure;

export type TranscribeParts = {
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly soundTools: SoundTools;
  readonly workshop: Workshop;
  readonly clock: Clock;
  readonly transcriber: Transcriber;
};

/** Writes down what was said in a recording, each channel by itself, and keeps it: the transcript first, then the word that it is there. */
export async function transcribe(
  parts: TranscribeParts,
  recording: Recording,
): Promise<Result<void, TranscribeFailure>> {
  const heard = await parts.workshop.use((bench) => hear(parts, bench, recording));
  if (!heard.ok) return heard;
  const { transcriber, recordings } = parts;
  const kept = await recordings.keepTranscript({
    recordingId: recording.id,
    provider: transcriber.name,
    draft: transcriber.draft,
    language: heard.value.find(({ words }) => words.length > 0)?.language ?? heard.value[0]?.language ?? 'en',
    words: inOrder(heard.value),
  });
  if (!kept.ok) return kept;
  const marked = await markTranscript(parts, recording.id, 'ready');
  // Written over again and again, it is tried anew later.
  return marked.ok ? marked : fail(marked.error === 'conflict' ? 'databaseUnavailable' : marked.error);
}

async function hear(
  { recordingStore, soundTools, transcriber }: TranscribeParts,
  bench: Workbench,
  recording: Recording,
): Promise<Result<readonly Heard[], TranscribeFailure>> {
  const sound = await recordingStore.open(soundKey(recording.id, 'wav'));
  if (!sound.ok) return fail(sound.error === 'badRange' ? 'notThere' : sound.error);
  if (sound.value === null) return fail('notThere');
  const written = await bench.write('sound.wav', sound.value.chunks);
  if (!written.ok) return fail(written.error === 'brokeOff' ? 'storageUnavailable' : written.error);
  const heard: Heard[] = [];
  for (const channel of recording.channels === 1 ? ([0] as const) : ([0, 1] as const)) {
    const path = bench.pathOf(`channel-${channel}.wav`);
    const taken = await soundTools.channel(bench.pathOf('sound.wav'), channel, path);
    if (!taken.ok) return taken;
    const words = await transcriber.transcribe({ path });
    if (!words.ok) return words;
    heard.push(words.value);
  }
  return ok(heard);
}

/** The words of both channels as they were said; of two at the same time the caller's first. */
const inOrder = (channels: readonly Heard[]): readonly Word[] =>
  channels
    .flatMap(({ words }, channel) => words.map((word): Word => ({ ...word, channel: channel === 0 ? 0 : 1 })))
    .toSorted((one, other) => one.fromMs - other.fromMs || one.channel - other.channel);
