import type { Recording, Transcript } from '../../../shared/recording/recording.ts';
import type { Stores } from '../../ports/stores.ts';
import { after, arrived, must, newId } from '../samples.testing.ts';

export const mira = { userId: 'u'.repeat(32), name: 'Mira Petrović' };

/** A recording of a call that is stored, too. */
export async function recorded(stores: Stores, changes: Partial<Recording> = {}): Promise<Recording> {
  const first = arrived(newId());
  must(await stores.calls.append(after(undefined, first), first));
  const recording: Recording = {
    id: newId(),
    version: 1,
    kind: 'call',
    callId: first.id,
    queue: { id: 'main', name: 'Main number' },
    caller: { number: '+16505550119', name: 'Ana Kovač', withheld: false },
    people: [mira],
    startedAt: 1_000,
    lengthMs: 60_000,
    channels: 2,
    cut: false,
    marks: [{ id: newId(), atMs: 400, kind: 'held', text: '' }],
    note: '',
    keepUntil: 9_000,
    exempt: null,
    handled: null,
    transcript: 'off',
    ...changes,
  };
  must(await stores.recordings.keep(recording, recording.startedAt));
  return recording;
}

export const changed = (recording: Recording, changes: Partial<Recording>): Recording => ({
  ...recording,
  version: recording.version + 1,
  ...changes,
});

export const transcriptOf = ({ id }: Recording, text: string): Transcript => ({
  recordingId: id,
  provider: 'whisper.cpp',
  draft: false,
  language: 'en',
  words: text.split(' ').map((word, place) => ({
    channel: 0,
    fromMs: place * 400,
    toMs: place * 400 + 350,
    text: word,
  })),
});
