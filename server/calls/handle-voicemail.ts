import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { StoreFailure } from '../ports/stores.ts';
import { changeRecording } from './change-recording.ts';
import type { Desk } from './desk.ts';

/** Somebody has dealt with a message that was left; null: nobody has, after all. Who was first stays. */
export const handleVoicemail = (
  desk: Pick<Desk, 'recordings' | 'clock' | 'log'>,
  recordingId: string,
  by: RecordedPerson | null,
): Promise<Result<Recording, StoreFailure | 'noSuchRecording'>> =>
  changeRecording(desk, recordingId, ({ handled }, at) => {
    if ((handled === null) === (by === null)) return ok(null);
    return ok({ handled: by === null ? null : { at, by: { userId: by.userId, name: by.name } } });
  });
