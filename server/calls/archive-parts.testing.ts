import { fail, ok, type Result } from '../../shared/result.ts';
import type { RecordingStore, StorageFailure } from '../ports/recording-store.ts';
import type { SoundTools } from '../ports/sound-tools.ts';
import type { Workbench, Workshop } from '../ports/workshop.ts';

const headerBytes = 44;
const bytesAMs = 16;

/** Files in memory, which `createSilentTools` works on. */
export function createMemoryFiles() {
  const files = new Map<string, Uint8Array>();
  let benches = 0;
  const benchOf = (folder: string): Workbench => ({
    pathOf: (name) => `${folder}/${name}`,
    write: async (name, chunks) => {
      const whole = await gathered(chunks);
      if (whole === null) return fail('brokeOff');
      files.set(`${folder}/${name}`, whole);
      return ok({ bytes: whole.length, head: whole.slice(0, headerBytes) });
    },
    read: (name) => once(files.get(`${folder}/${name}`) ?? new Uint8Array()),
  });
  const workshop: Workshop = {
    use: (task) => {
      benches += 1;
      return task(benchOf(`/bench-${benches}`));
    },
  };
  return { files, workshop };
}

/** Tools that know how long a sound is, and nothing else. */
export function createSilentTools(files: Map<string, Uint8Array>): SoundTools {
  const soundOf = (paths: readonly (string | null)[], to: string) => {
    const given = paths.flatMap((path) => (path === null ? [] : [files.get(path) ?? new Uint8Array()]));
    if (given.some(({ length }) => length < headerBytes)) return fail('notASound' as const);
    const longest = Math.max(...given.map(({ length }) => length));
    files.set(to, new Uint8Array(longest));
    return ok({ lengthMs: (longest - headerBytes) / bytesAMs, peaks: { tickMs: 50, channels: paths.map(() => []) } });
  };
  return {
    join: async (left, right, to) => soundOf([left, right], to),
    finish: async (from, to) => soundOf([from], to),
    toMp3: async (from, to) => {
      const bytes = files.get(from)?.slice(0, 100) ?? new Uint8Array();
      files.set(to, bytes);
      return ok({ bytes: bytes.length });
    },
    channel: async (from, _channel, to) => {
      files.set(to, files.get(from) ?? new Uint8Array());
      return ok();
    },
    toPrompt: async (given) => ok({ wav: given, lengthMs: 1000 }),
    close: async () => {},
  };
}

/** Objects in memory; while `failure` is set nothing is kept. */
export function createMemoryObjects() {
  const kept = new Map<string, Uint8Array>();
  const taking = (): Result<void, StorageFailure> => (store.failure === null ? ok() : fail(store.failure));
  const store: RecordingStore & { readonly kept: ReadonlyMap<string, Uint8Array>; failure: StorageFailure | null } = {
    place: 'memory',
    kept,
    failure: null,
    keep: async (key, chunks) => {
      const whole = await gathered(chunks);
      const takes = taking();
      if (!takes.ok) return takes;
      kept.set(key, whole ?? new Uint8Array());
      return ok({ length: whole?.length ?? 0, sha256: '' });
    },
    open: async (key) => {
      const whole = kept.get(key);
      return ok(whole === undefined ? null : { length: whole.length, chunks: once(whole) });
    },
    lengthOf: async (key) => ok(kept.get(key)?.length ?? null),
    remove: async (key) => {
      kept.delete(key);
      return ok();
    },
    check: async () => {
      const takes = taking();
      return takes.ok ? ok({ freeBytes: null }) : takes;
    },
  };
  return store;
}

/** What sound is kept with and worked on by, in memory. */
export function createArchiveParts() {
  const { files, workshop } = createMemoryFiles();
  return {
    recordingStore: createMemoryObjects(),
    soundTools: createSilentTools(files),
    workshop,
  };
}

/** Null: it broke off. */
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
  } catch {
    // What a test's recording throws stands for a connection that broke.
    return null;
  }
  return Buffer.concat(parts);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
