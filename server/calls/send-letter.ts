import type { Recording } from '../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailer, MailFailure } from '../ports/mailer.ts';
import type { Letter, LetterEnd } from '../ports/mail-outbox.ts';
import type { RecordingCatalogue } from '../ports/recording-catalogue.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';
import type { Directory, Queue, StoreFailure } from '../ports/stores.ts';
import { soundKey } from './recording-keys.ts';
import { type MailFacts, voicemailMail } from './voicemail-mail.ts';

export type LetterParts = {
  readonly directory: Pick<Directory, 'queues'>;
  readonly recordings: RecordingCatalogue;
  readonly recordingStore: RecordingStore;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** Where people find a recording; null: nobody knows our address. */
  readonly linkTo: (recordingId: string) => string | null;
};

/** `soundNotReady`: its MP3 is being made. */
export type LetterFailure = MailFailure | StorageFailure | StoreFailure | 'soundNotReady';

/** An MP3 that is not there by then is not waited for: the WAV goes. */
const mp3WithinMs = 60_000;

/** Sends a letter as things are now: who looks after the line may have changed since. */
export async function sendLetter(parts: LetterParts, letter: Letter): Promise<Result<LetterEnd, LetterFailure>> {
  const [recording, queues] = await Promise.all([parts.recordings.find(letter.recordingId), parts.directory.queues()]);
  if (!recording.ok) return recording;
  if (!queues.ok) return queues;
  // The letter has gone with it.
  if (recording.value === null) return ok('unwanted');
  const queue = queueOf(recording.value, queues.value);
  if (queue === undefined || queue.voicemail.emailTo === '') return ok('unwanted');
  const sound = await soundOf(parts, letter);
  if (!sound.ok) return sound;
  const { emailTo: to } = queue.voicemail;
  const facts = { to, timeZone: queue.timeZone, link: parts.linkTo(letter.recordingId), sound: sound.value };
  const sent = await parts.mailer.send(voicemailMail(recording.value, facts));
  return sent.ok ? ok('sent') : sent;
}

const queueOf = ({ queue }: Recording, queues: readonly Queue[]): Queue | undefined =>
  queues.find(({ id }) => id === queue?.id);

async function soundOf(
  { recordingStore, clock }: LetterParts,
  { recordingId, createdAt }: Letter,
): Promise<Result<MailFacts['sound'], LetterFailure>> {
  for (const format of ['mp3', 'wav'] as const) {
    const bytes = await bytesOf(recordingStore, soundKey(recordingId, format));
    if (!bytes.ok) return bytes;
    if (bytes.value !== null) return ok({ format, bytes: bytes.value });
    if (format === 'mp3' && clock.now() < createdAt + mp3WithinMs) return fail('soundNotReady');
  }
  return ok(null);
}

async function bytesOf(store: RecordingStore, key: string): Promise<Result<Uint8Array | null, StorageFailure>> {
  const opened = await store.open(key);
  if (!opened.ok) return fail(opened.error === 'badRange' ? 'storageUnavailable' : opened.error);
  if (opened.value === null) return ok(null);
  const bytes = new Uint8Array(opened.value.length);
  let there = 0;
  try {
    for await (const chunk of opened.value.chunks) {
      bytes.set(chunk, there);
      there += chunk.length;
    }
  } catch {
    // A part that breaks off, as the port says it may: it is tried again.
    return fail('storageUnavailable');
  }
  return there === bytes.length ? ok(bytes) : fail('storageUnavailable');
}
