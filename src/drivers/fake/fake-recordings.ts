import type { Recording } from '../../../shared/recording/recording.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { ApiRequest } from '../../ports/server-link.ts';
import { examplePeaks, exampleTranscript, recordingIdOf } from './example-recordings.ts';
import type { FakeServer } from './fake-server.ts';
import { people } from './story.ts';

const mira = { userId: people.mira.userId, name: people.mira.name };
const dayMs = 86_400_000;

/** Keeps recordings as the server would, in this page alone; whoever asks is Mira. */
export function keepRecordings(given: readonly Recording[], now: () => number): FakeServer['handlers'] {
  const kept = new Map(given.map((recording) => [recording.id, recording]));
  return { ...looking(kept, now), ...changing(kept, now) };
}

type Kept = Map<string, Recording>;

const unknown = fail({ code: 'noSuchRecording' } as const);

const find = (kept: Kept, id: string) => {
  const recording = kept.get(id);
  return recording === undefined ? unknown : ok(recording);
};

function looking(kept: Kept, now: () => number): FakeServer['handlers'] {
  return {
    recordings: ({ query }) => {
      const all = [...kept.values()];
      const found = all.filter((one) => matches(one, query));
      const { offset, limit } = { offset: Number(query.offset ?? 0), limit: Number(query.limit ?? 50) };
      const newVoicemails = all.filter((one) => one.kind === 'voicemail' && one.handled === null).length;
      return ok({ recordings: found.slice(offset, offset + limit), total: found.length, newVoicemails });
    },
    recording: ({ params }) => {
      const found = find(kept, params.id);
      const heardBy = [
        { at: now() - 6 * 60_000, name: 'Ingrid Solberg', what: 'heard' },
        { at: now() - 4 * 60_000, name: 'Sven Dahl', what: 'downloaded' },
      ] as const;
      return found.ok
        ? ok({ recording: found.value, heardBy, mp3: true, mayChange: true, mayDelete: true, transcribes: true })
        : found;
    },
    recordingPeaks: ({ params }) => {
      const found = find(kept, params.id);
      return found.ok ? ok(examplePeaks(found.value)) : found;
    },
    recordingTranscript: ({ params }) => {
      const found = find(kept, params.id);
      if (!found.ok) return found;
      return ok({ transcript: found.value.transcript === 'ready' ? exampleTranscript(params.id) : null });
    },
  };
}

function changing(kept: Kept, now: () => number): FakeServer['handlers'] {
  let marks = 0;
  const change = (id: string, become: (recording: Recording) => Partial<Recording>) => {
    const before = kept.get(id);
    if (before === undefined) return unknown;
    const changed = { ...before, ...become(before), version: before.version + 1 };
    kept.set(id, changed);
    return ok(changed);
  };
  return {
    transcribe: ({ params }) => change(params.id, () => ({ transcript: 'pending' })),
    noteRecording: ({ params, body }) => change(params.id, () => ({ note: body.note })),
    markRecording: ({ params, body }) => {
      marks += 1;
      const mark = { ...body, id: recordingIdOf(2000 + marks), kind: 'custom' } as const;
      return change(params.id, (before) => ({ marks: [...before.marks, mark] }));
    },
    unmarkRecording: ({ params }) =>
      change(params.id, (before) => ({ marks: before.marks.filter(({ id }) => id !== params.markId) })),
    handleRecording: ({ params, body }) =>
      change(params.id, () => ({ handled: body.handled === false ? null : { at: now(), by: mira } })),
    exemptRecording: ({ params, body }) =>
      change(params.id, () => ({ exempt: body.exempt ? { at: now(), by: mira } : null })),
    deleteRecording: ({ params }) => (kept.delete(params.id) ? ok(null) : unknown),
    shareRecording: ({ params, body }) => {
      const path = `/recordings/${params.id}?share=${'s'.repeat(43)}`;
      return kept.has(params.id) ? ok({ path, expiresAt: now() + (body.days ?? 7) * dayMs }) : unknown;
    },
  };
}

function matches(recording: Recording, query: ApiRequest<'recordings'>['query']): boolean {
  const { kind, caller, note, queue, people: talked, startedAt, handled } = recording;
  const text = [caller.name, caller.number, note].join(' ').toLowerCase();
  return (
    (query.kind === undefined || query.kind === kind) &&
    (query.queueId === undefined || query.queueId === queue?.id) &&
    (query.userId === undefined || talked.some(({ userId }) => userId === query.userId)) &&
    (query.from === undefined || startedAt >= Number(query.from)) &&
    (query.handled === undefined || (query.handled === 'true') === (handled !== null)) &&
    text.includes((query.search ?? '').toLowerCase())
  );
}
