import { recordingSchema, transcriptSchema } from '../../../shared/protocol/recordings.ts';
import type { Recording } from '../../../shared/recording/recording.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { RecordingCatalogue, RecordingFilter } from '../../ports/recording-catalogue.ts';
import { found, wantedWords, wordsOf, wordsSpoken } from '../recording-words.ts';
import { toStored } from '../stored-json.ts';
import { publish } from './memory-events.ts';
import { answer, attempt, type MemoryState, mustHave } from './memory-state.ts';

export function memoryRecordings(state: MemoryState): RecordingCatalogue {
  const those = (wanted: (recording: Recording) => boolean): readonly Recording[] =>
    [...state.recordings.values()].filter(wanted).sort(earliestFirst);
  const matching = (filter: RecordingFilter): readonly Recording[] =>
    those((recording) => matches(recording, filter) && isFound(state, recording, filter.search)).toReversed();
  return {
    keep: (recording, at) => attempt(state, () => keep(state, recording, at)),
    remove: (recordingId, at) => answer(state, () => remove(state, recordingId, at)),
    find: (recordingId) => answer(state, () => state.recordings.get(recordingId) ?? null),
    ofCall: (callId) => answer(state, () => those((recording) => recording.callId === callId)),
    list: (filter, { limit, offset }) =>
      answer(state, () => {
        const all = matching(filter);
        return { recordings: all.slice(offset, offset + limit), total: all.length };
      }),
    count: (filter) => answer(state, () => matching(filter).length),
    due: (now, limit) => answer(state, () => due(those, now).slice(0, limit)),
    untranscribed: (limit) => answer(state, () => those(({ transcript }) => transcript === 'pending').slice(0, limit)),
    ...transcriptsAndShares(state),
  };
}

const earliestFirst = (a: Recording, b: Recording): number => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

function transcriptsAndShares(
  state: MemoryState,
): Pick<RecordingCatalogue, 'keepTranscript' | 'transcriptOf' | 'share' | 'shareOf'> {
  return {
    keepTranscript: (given) =>
      answer(state, () => {
        const { value } = toStored(transcriptSchema, given);
        if (state.recordings.has(value.recordingId)) state.transcripts.set(value.recordingId, value);
      }),
    transcriptOf: (recordingId) => answer(state, () => state.transcripts.get(recordingId) ?? null),
    share: (share) =>
      answer(state, () => {
        if (state.recordings.has(share.recordingId)) state.shares.set(share.tokenHash, share);
      }),
    shareOf: (tokenHash, now) =>
      answer(state, () => {
        const share = state.shares.get(tokenHash);
        return share === undefined || share.expiresAt <= now ? null : share;
      }),
  };
}

function keep(state: MemoryState, given: Recording, at: number): Result<void, 'conflict'> {
  const { text, value: recording } = toStored(recordingSchema, given);
  const before = state.recordings.get(recording.id);
  if ((before?.version ?? 0) !== recording.version - 1) {
    return before !== undefined && toStored(recordingSchema, before).text === text ? ok() : fail('conflict');
  }
  mustHave(state, 'calls', recording.callId);
  state.recordings.set(recording.id, recording);
  publish(state, { kind: 'recording', recording }, at);
  return ok();
}

function remove(state: MemoryState, recordingId: string, at: number): boolean {
  const recording = state.recordings.get(recordingId);
  if (recording === undefined || recording.exempt !== null) return false;
  state.recordings.delete(recordingId);
  state.transcripts.delete(recordingId);
  state.letters.delete(recordingId);
  for (const share of state.shares.values()) {
    if (share.recordingId === recordingId) state.shares.delete(share.tokenHash);
  }
  const userIds = recording.people.map(({ userId }) => userId);
  publish(state, { kind: 'recordingGone', recordingId, queueId: recording.queue?.id ?? null, userIds }, at);
  return true;
}

function due(
  those: (wanted: (recording: Recording) => boolean) => readonly Recording[],
  now: number,
): readonly Recording[] {
  const over = (keepUntil: number | null): number => keepUntil ?? Infinity;
  return those(({ exempt, keepUntil }) => exempt === null && over(keepUntil) <= now).toSorted(
    (a, b) => over(a.keepUntil) - over(b.keepUntil),
  );
}

function isFound(state: MemoryState, recording: Recording, search: string | undefined): boolean {
  if (search === undefined) return true;
  const transcript = state.transcripts.get(recording.id);
  const kept = new Set([...wordsOf(recording), ...(transcript === undefined ? [] : wordsSpoken(transcript))]);
  return found(kept, wantedWords(search));
}

function matches(recording: Recording, filter: RecordingFilter): boolean {
  const { kind, from, to, queueId, userId, shortest, longest, handled, seenBy } = filter;
  const { startedAt, lengthMs } = recording;
  const talked = (id: string): boolean => recording.people.some((person) => person.userId === id);
  const seen = seenBy === undefined || talked(seenBy.userId) || seenBy.queueIds.includes(recording.queue?.id ?? '');
  return (
    seen &&
    (kind === undefined || recording.kind === kind) &&
    (from === undefined || startedAt >= from) &&
    (to === undefined || startedAt < to) &&
    (queueId === undefined || recording.queue?.id === queueId) &&
    (userId === undefined || talked(userId)) &&
    (shortest === undefined || lengthMs >= shortest) &&
    (longest === undefined || lengthMs <= longest) &&
    (handled === undefined || (recording.handled !== null) === handled)
  );
}
