import { defined } from '../../shared/defined.ts';
import { ok } from '../../shared/result.ts';
import { within } from '../../shared/within.ts';
import type { Listenings } from '../calls/listenings.ts';
import type { Viewer } from '../calls/may-see.ts';
import { soundKey } from '../calls/recording-keys.ts';
import type { AuditEntry } from '../ports/audit-log.ts';
import type { RecordingFilter } from '../ports/recording-catalogue.ts';
import { agentOf, viewerOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { changeRecordingRoutes } from './recording-change-routes.ts';
import { recordingSoundRoutes } from './recording-sound-routes.ts';
import { seenRecording } from './seen-recording.ts';
import type { Serve } from './serve.ts';

/** As many as anybody reads. */
const mostHeardBy = 200;
const mp3WithinMs = 1_000;

/** What was recorded: found, heard, changed. What is not somebody's to hear is answered as if it were not there. */
export function recordingRoutes(serve: Serve, parts: HttpParts, listenings: Listenings): void {
  const { recordings } = parts.review;

  serve.signedIn('recordings', 'signedIn', async ({ query, by }) => {
    const viewer = await viewerOf(parts, by);
    if (!viewer.ok) return viewer;
    const { limit, offset, ...filter } = query;
    const scope = scopeOf(viewer.value);
    const [found, waiting] = await Promise.all([
      recordings.list({ ...defined(filter), ...scope }, { limit, offset }),
      recordings.count({ kind: 'voicemail', handled: false, ...scope }),
    ]);
    if (!found.ok) return found;
    return waiting.ok ? ok({ ...found.value, newVoicemails: waiting.value }) : waiting;
  });

  oneRecordingRoutes(serve, parts, listenings);
  recordingSoundRoutes(serve, parts, listenings);
  changeRecordingRoutes(serve, parts);
}

const scopeOf = ({ role, userId, queueIds }: Viewer): RecordingFilter =>
  role === 'receptionist' ? { seenBy: { userId, queueIds } } : {};

function oneRecordingRoutes(serve: Serve, parts: HttpParts, listenings: Listenings): void {
  const { recordings, audit } = parts.review;

  serve.signedIn('recording', 'signedIn', async ({ params, query, by }) => {
    const seen = await seenRecording(parts, by, params.id, query.share);
    if (!seen.ok) return seen;
    const { recording, through } = seen.value;
    if (through === 'share') {
      const written = await listenings.opened(agentOf(by), recording);
      if (!written.ok) return written;
    }
    const [entries, mp3] = await Promise.all([
      audit.list({ subject: recording.id, limit: mostHeardBy }),
      hasMp3(parts, recording.id),
    ]);
    if (!entries.ok) return entries;
    return ok({
      recording,
      heardBy: entries.value.flatMap(hearing),
      mp3,
      mayChange: through === 'right',
      mayDelete: by.user.role !== 'receptionist',
      transcribes: parts.transcription.on,
    });
  });

  serve.signedIn('recordingTranscript', 'signedIn', async ({ params, query, by }) => {
    const seen = await seenRecording(parts, by, params.id, query.share);
    if (!seen.ok) return seen;
    const transcript = await recordings.transcriptOf(params.id);
    return transcript.ok ? ok({ transcript: transcript.value }) : transcript;
  });
}

/** What is known of a recording does not wait for a store that does not answer; asked for the MP3 itself, that says so. */
function hasMp3({ review: { recordingStore }, clock }: HttpParts, recordingId: string): Promise<boolean> {
  const found = recordingStore.lengthOf(soundKey(recordingId, 'mp3'));
  const has = found.then((length) => !length.ok || length.value !== null);
  return within(clock, mp3WithinMs, has, true);
}

const hearings = {
  recordingHeard: 'heard',
  recordingDownloaded: 'downloaded',
  recordingShared: 'shared',
} as const satisfies Partial<Record<AuditEntry['action'], string>>;

const isHearing = (action: AuditEntry['action']): action is keyof typeof hearings => Object.hasOwn(hearings, action);

const hearing = ({ at, by, action }: AuditEntry) =>
  by !== null && isHearing(action) ? [{ at, name: by.name, what: hearings[action] }] : [];
