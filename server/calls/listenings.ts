import type { RecordedPerson } from '../../shared/recording/recording.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { aboutRecording, type NamedRecording } from './about-recording.ts';
import type { Review } from './review.ts';

/** A player asks for the sound in many parts, and again when somebody goes back: within this time it is one listening. */
const oneListeningMs = 3_600_000;
const mostRemembered = 10_000;

/** What is heard; `id` is how the log calls it. */
export type Heard = NamedRecording & { readonly id: string };

type Noted = Promise<Result<void, StoreFailure>>;

/**
 * Writes down who heard what, once a listening: when the sound is first asked for, and again an hour later at the earliest. What has
 * been written is read back from the log, so that another server, or this one after a restart, does not write it twice.
 */
export function createListenings({ audit, clock }: Pick<Review, 'audit' | 'clock'>) {
  const known = new Map<string, { readonly at: number; readonly noted: Noted }>();

  const write = (by: RecordedPerson, action: AuditAction, recording: Heard): Noted =>
    audit.append({ at: clock.now(), by, action, subject: recording.id, about: aboutRecording(recording) });

  const writeUnlessRecent = async (by: RecordedPerson, action: AuditAction, recording: Heard): Noted => {
    const latest = await audit.list({ action, userId: by.userId, subject: recording.id, limit: 1 });
    if (!latest.ok) return latest;
    const isRecent = (latest.value[0]?.at ?? 0) > clock.now() - oneListeningMs;
    return isRecent ? ok() : write(by, action, recording);
  };

  const once = (by: RecordedPerson, action: AuditAction, recording: Heard): Noted => {
    const key = `${action} ${by.userId} ${recording.id}`;
    const before = known.get(key);
    if (before !== undefined && before.at > clock.now() - oneListeningMs) return before.noted;
    const noted = writeUnlessRecent(by, action, recording);
    known.delete(key);
    known.set(key, { at: clock.now(), noted });
    void noted.then((result) => (result.ok ? undefined : known.delete(key)));
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return noted;
  };

  return {
    heard: (by: RecordedPerson, recording: Heard): Noted => once(by, 'recordingHeard', recording),
    opened: (by: RecordedPerson, recording: Heard): Noted => once(by, 'shareOpened', recording),
    /** Each is written down; a part that goes on with one is not another. */
    downloaded: (by: RecordedPerson, recording: Heard, goesOn: boolean): Noted =>
      goesOn ? once(by, 'recordingDownloaded', recording) : write(by, 'recordingDownloaded', recording),
  };
}

export type Listenings = ReturnType<typeof createListenings>;
