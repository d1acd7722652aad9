import { fail, ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Telephony } from '../../ports/telephony.ts';
import type { AriCommand } from './ari-outcome.ts';
import type { AriRest } from './ari-rest.ts';
import { notFound } from './ari-outcome.ts';
import { basicAuthorization } from './ari-rest.ts';
import { storedRecordingList } from './ari-schemas.ts';

/** An hour of sound is 57 MB; within a machine or a house that takes seconds. */
const readWithinMs = 60_000;

/** How Asterisk's HTTP server is reached. */
export type AriPlace = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly clock: Clock;
};

/** What Asterisk recorded, as files: GET and DELETE /recordings/stored. */
export function ariStoredRecordings(
  place: AriPlace,
  send: AriCommand,
  rest: AriRest,
): Pick<Telephony, 'readRecording' | 'listRecordings' | 'forgetRecording'> {
  return {
    readRecording: (recordingId) => read(place, recordingId),
    listRecordings: async () => {
      const answer = await rest('GET', ['recordings', 'stored']);
      const { data } = storedRecordingList.safeParse(answer.kind === 'done' ? answer.body : null);
      return data === undefined ? fail('pbxUnavailable') : ok(data.map(({ name }) => name));
    },
    forgetRecording: (recordingId) => send('DELETE', ['recordings', 'stored', recordingId], { fine: notFound }),
  };
}

async function read(
  { url, user, password, clock }: AriPlace,
  recordingId: string,
): ReturnType<Telephony['readRecording']> {
  const patience = new AbortController();
  const stopTimer = clock.after(readWithinMs, () => patience.abort());
  try {
    const response = await fetch(`${url}/recordings/stored/${encodeURIComponent(recordingId)}/file`, {
      headers: { authorization: basicAuthorization(user, password) },
      signal: patience.signal,
    });
    if (response.ok && response.body !== null) return ok(untilRead(response.body, stopTimer));
    stopTimer();
    await response.body?.cancel();
    return response.status === 404 ? ok(null) : fail('pbxUnavailable');
  } catch (error) {
    stopTimer();
    // fetch rejects with these two only: it never got through (TypeError), or we lost patience (AbortError).
    if (error instanceof TypeError || patience.signal.aborted) return fail('pbxUnavailable');
    throw error;
  }
}

async function* untilRead(chunks: AsyncIterable<Uint8Array>, done: () => void): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } finally {
    done();
  }
}
