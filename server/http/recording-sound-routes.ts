import type { Recording } from '../../shared/recording/recording.ts';
import { peaksSchema } from '../../shared/protocol/recordings.ts';
import { fail, ok } from '../../shared/result.ts';
import { peaksKey } from '../calls/recording-keys.ts';
import type { Listenings } from '../calls/listenings.ts';

import { agentOf } from './call-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { findSound, type Format, headOf, readSound } from './recording-sound.ts';
import { seenRecording } from './seen-recording.ts';
import type { Serve } from './serve.ts';
import { contentDisposition, soundName } from './sound-name.ts';

/** The sound, in whole or in parts, and its picture. Nothing is sent before it is written down who hears it. */
export function recordingSoundRoutes(serve: Serve, parts: HttpParts, listenings: Listenings): void {
  const { recordingStore: store, log } = parts.review;

  serve.signedIn('recordingSound', 'signedIn', async ({ params, query, by, request, reply }) => {
    const seen = await seenRecording(parts, by, params.id, query.share);
    if (!seen.ok) return seen;
    const { recording } = seen.value;
    const isHead = request.method === 'HEAD';
    const asked = isHead ? {} : { range: request.headers.range, ifRange: request.headers['if-range'] };
    const found = await findSound(store, recording, query.format, asked);
    if (!found.ok) {
      const { code, length } = found.error;
      if (length !== undefined) void reply.header('content-range', `bytes */${length}`);
      return fail(code);
    }
    const name = await dispositionOf(parts, recording, query);
    const wanted = { ...found.value, headers: { ...found.value.headers, 'content-disposition': name } };
    if (isHead) return ok(headOf(wanted));
    const goesOn = (wanted.range?.from ?? 0) > 0;
    const written = query.download
      ? await listenings.downloaded(agentOf(by), recording, goesOn)
      : await listenings.heard(agentOf(by), recording);
    return written.ok ? readSound(store, wanted) : written;
  });

  serve.signedIn('recordingPeaks', 'signedIn', async ({ params, query, by, reply }) => {
    const seen = await seenRecording(parts, by, params.id, query.share);
    if (!seen.ok) return seen;
    const opened = await store.open(peaksKey(params.id));
    if (!opened.ok || opened.value === null) return fail('soundUnavailable');
    const peaks = await readPeaks(opened.value.chunks);
    if (peaks === null) {
      log.error({ recordingId: params.id }, 'the picture of a recording cannot be read');
      return fail('soundUnavailable');
    }
    void reply.header('cache-control', 'private, no-store');
    return ok(peaks);
  });
}

type Query = { readonly format: Format; readonly download: boolean };

async function dispositionOf({ directory }: HttpParts, recording: Recording, { format, download }: Query) {
  const queues = download ? await directory.queues() : ok([]);
  const queue = queues.ok ? queues.value.find(({ id }) => id === recording.queue?.id) : undefined;
  const name = soundName(recording, format, queue?.timeZone ?? 'UTC');
  return contentDisposition(download ? 'attachment' : 'inline', name);
}

/** Null: it broke off, or is none. */
async function readPeaks(chunks: AsyncIterable<Uint8Array>) {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
    return peaksSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  } catch {
    return null;
  }
}
