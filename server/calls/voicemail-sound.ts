import type { Reply } from '../../shared/reply/reply.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Stored } from '../ports/stores.ts';
import type { Heard } from './listenings.ts';
import { soundKey } from './recording-keys.ts';
import type { Desk } from './desk.ts';

/** Old ones are files beside the archive, and not in the catalogue. */
const idInArchive = /^[0-9a-f]{32}$/;

/** The voicemail that answered a reply, as the audit log names it; null where there is none, or none any more. */
export async function voicemailOf(
  { recordings }: Pick<Desk, 'recordings'>,
  { caller, sentAt, answeredAt, voicemail }: Reply,
): Stored<Heard | null> {
  if (voicemail === null) return ok(null);
  if (idInArchive.test(voicemail.id)) return recordings.find(voicemail.id);
  return ok({ ...voicemail, kind: 'voicemail', caller, startedAt: answeredAt ?? sentAt });
}

/** Its sound; null where there is none any more. To be written down before it is read. */
export async function voicemailSound(
  desk: Pick<Desk, 'recordingStore' | 'sounds'>,
  voicemailId: string,
): Promise<Result<Uint8Array | null, 'soundUnavailable'>> {
  if (!idInArchive.test(voicemailId)) {
    const old = await desk.sounds.read(voicemailId);
    return old.ok ? old : { ok: false, error: 'soundUnavailable' };
  }
  const opened = await desk.recordingStore.open(soundKey(voicemailId, 'wav'));
  if (!opened.ok) return { ok: false, error: 'soundUnavailable' };
  if (opened.value === null) return ok(null);
  const sound = new Uint8Array(opened.value.length);
  let at = 0;
  for await (const chunk of opened.value.chunks) {
    sound.set(chunk, at);
    at += chunk.length;
  }
  return ok(sound);
}
