import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { KeptObject, RecordingStore } from '../../ports/recording-store.ts';
import { createFileGuard } from '../files/file-failure.ts';
import { writeChecked } from '../files/write-checked.ts';
import { mustBeKey } from '../object-range.ts';
import { createS3Client, type S3Place } from './s3-client.ts';
import { createS3Guard } from './s3-guard.ts';
import { check, download, headOf, remove, upload } from './s3-objects.ts';

type Options = {
  readonly place: S3Place;
  /** A folder of this machine, for what is on its way. */
  readonly uploads: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
};

/** Objects in a bucket of any store that speaks Amazon's S3 protocol. `close` lets go of its connections. */
export function createS3RecordingStore(options: Options): RecordingStore & { readonly close: () => void } {
  const { place, uploads, clock, ids, log } = options;
  const client = createS3Client(place, clock);
  const name = `bucket ${place.bucket} at ${place.endpoint}`;
  const asking = createS3Guard(log, name);
  const writing = createFileGuard(log, `files in ${uploads}`);
  return {
    place: name,
    keep: async (key, chunks, contentType) => {
      mustBeKey(key);
      const file = path.join(uploads, ids.next());
      try {
        const written = await writing(() => writeIn(uploads, file, chunks));
        if (!written.ok) return written;
        const object = { ...written.value, contentType, read: () => createReadStream(file) };
        return await asking(() => upload(client, key, object));
      } finally {
        await rm(file, { force: true });
      }
    },
    open: async (key, range) => {
      mustBeKey(key);
      // A backward range is none at all to HTTP, which would answer with everything.
      if (range !== undefined && (range.from < 0 || range.to < range.from)) return fail('badRange');
      const opened = await asking(() => download(client, key, range));
      if (!opened.ok) return opened;
      return opened.value === 'badRange' ? fail('badRange') : ok(opened.value);
    },
    lengthOf: (key) => asking(async () => (await headOf(client, mustBeKey(key)))?.length ?? null),
    remove: (key) => asking(() => remove(client, mustBeKey(key))),
    check: () => asking(() => check(client, `check-${ids.next()}.txt`)),
    close: client.close,
  };
}

async function writeIn(folder: string, file: string, chunks: AsyncIterable<Uint8Array>): Promise<KeptObject> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return writeChecked(file, chunks);
}
