import type { Recording, RecordedPerson } from '../../shared/recording/recording.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Change } from './change-recording.ts';

const mostMarks = 200;

export const noted =
  (note: string): Change<never> =>
  (recording) =>
    ok(recording.note === note ? null : { note });

/** A mark somebody sets; one beyond the end is at the end. */
export const marked =
  (id: string, atMs: number, text: string): Change<'tooManyMarks'> =>
  ({ marks, lengthMs }) => {
    if (marks.length >= mostMarks) return fail('tooManyMarks');
    const mark = { id, atMs: Math.min(atMs, lengthMs), kind: 'custom' as const, text };
    return ok({ marks: [...marks, mark].sort((a, b) => a.atMs - b.atMs) });
  };

/** What happened in the call stays marked. */
export const unmarked =
  (markId: string): Change<'noSuchMark'> =>
  ({ marks }) => {
    const isTheOne = ({ id, kind }: Recording['marks'][number]): boolean => id === markId && kind === 'custom';
    return marks.some(isTheOne) ? ok({ marks: marks.filter((mark) => !isTheOne(mark)) }) : fail('noSuchMark');
  };

/** Only a voicemail waits for somebody; who was first stays. */
export const handled =
  (isHandled: boolean, by: RecordedPerson): Change<never> =>
  (recording, at) => {
    if (recording.kind !== 'voicemail' || (recording.handled !== null) === isHandled) return ok(null);
    return ok({ handled: isHandled ? { at, by } : null });
  };

export const exempted =
  (isExempt: boolean, by: RecordedPerson): Change<never> =>
  (recording, at) =>
    ok((recording.exempt !== null) === isExempt ? null : { exempt: isExempt ? { at, by } : null });

/** Waits for its transcript, once more if there was one. */
export const untranscribed: Change<never> = ({ transcript }) =>
  ok(transcript === 'pending' ? null : { transcript: 'pending' });
