import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../ports/clock.ts';
import { inChunks, readAll, recordingStoreContract } from '../contract/recording-store.testing.ts';
import { must, newId } from '../samples.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { putWhole } from './put-whole.testing.ts';
import type { S3Place } from './s3-client.ts';
import { createS3RecordingStore } from './s3-recording-store.ts';

const sound = Uint8Array.of(1, 2, 3);
const gone = { ok: false, error: 'storageUnavailable' };
const full = { ok: false, error: 'storageFull' };
/** Pauses are over at once. */
const clock: Clock = {
  now: () => Date.now(),
  after: (_ms, task) => {
    const timer = setImmediate(task);
    return () => clearImmediate(timer);
  },
};

describe('recorded sound in a bucket', () => {
  let folder: string;
  let server: S3rver;
  let port: number;
  const closing: (() => unknown)[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 's3-'));
    const configureBuckets = [{ name: 'recordings' }];
    const directory = path.join(folder, 'server');
    server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets });
    putWhole(server.store);
    ({ port } = await server.run());
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const uploads = () => path.join(folder, 'uploads');
  beforeEach(() => rmSync(uploads(), { recursive: true, force: true }));
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  function open(changes: Partial<S3Place> = {}) {
    const place: S3Place = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'recordings',
      prefix: 'reception/',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
      pathStyle: true,
      ...changes,
    };
    const { log, lines } = keptLog();
    const ids = { next: newId, secret: newId };
    const store = createS3RecordingStore({ place, uploads: uploads(), clock, ids, log });
    closing.push(store.close);
    return { store, lines };
  }

  /** A store that answers as it is told. */
  async function standIn(answer: RequestListener): Promise<Partial<S3Place>> {
    const other = createServer(answer);
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => other.close());
    const address = other.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { endpoint: `http://127.0.0.1:${address.port}` };
  }

  recordingStoreContract(() =>
    Promise.resolve({
      store: open().store,
      reopened: () => open().store,
      close: () => Promise.resolve(),
    }),
  );

  it('is checked without anything being left, there or here', async () => {
    const { store } = open({ prefix: 'checked/' });
    expect(must(await store.check())).toEqual({ freeBytes: null });
    must(await store.keep('abc.wav', inChunks(sound), 'audio/wav'));
    must(await store.remove('abc.wav'));
    expect(readdirSync(uploads())).toEqual([]);
    const left = readdirSync(path.join(folder, 'server'), { recursive: true }).filter((name) =>
      String(name).includes('check'),
    );
    expect(left.filter((name) => /check-|abc/.test(String(name)))).toEqual([]);
  });

  it('is out of reach with a wrong key, in a bucket that is not there, and when nobody listens', async () => {
    const wrong = open({ accessKey: 'NOBODY', secretKey: 'not-the-secret' });
    expect(await wrong.store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(gone);
    expect(await wrong.store.check()).toEqual(gone);
    expect(wrong.lines).toHaveLength(1);
    expect(JSON.stringify(wrong.lines)).toContain('InvalidAccessKeyId');
    expect(JSON.stringify(wrong.lines)).not.toMatch(/not-the-secret|NOBODY|Signature=/);
    const nowhere = open({ bucket: 'nowhere' });
    expect(await nowhere.store.check()).toEqual(gone);
    expect(await nowhere.store.open('abc.wav')).toEqual(gone);
    const silent = open({ endpoint: 'http://127.0.0.1:9' });
    expect(await silent.store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(gone);
    expect(await silent.store.lengthOf('abc.wav')).toEqual(gone);
  });

  it('is tried again while the other side is in trouble, and no more than twice', async () => {
    const asked: string[] = [];
    const slow = await standIn((request, response) => {
      asked.push(request.method ?? '');
      request.resume();
      response
        .writeHead(asked.length < 3 ? 503 : 200, { 'content-length': '3' })
        .end(request.method === 'GET' ? 'abc' : '');
    });
    const { store } = open(slow);
    expect(must(await store.lengthOf('abc.wav'))).toBe(3);
    expect(asked).toEqual(['HEAD', 'HEAD', 'HEAD']);
    const broken: string[] = [];
    const down = await standIn((request, response) => {
      broken.push(request.method ?? '');
      request.resume();
      response.writeHead(500).end();
    });
    expect(await open(down).store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(gone);
    expect(broken).toEqual(['PUT', 'PUT', 'PUT']);
  });

  it('has no room when it says so in one of its ways', async () => {
    for (const [status, code] of [
      [507, 'XMinioStorageFull'],
      [403, 'QuotaExceeded'],
    ] as const) {
      const place = await standIn((request, response) => {
        request.resume();
        request.on('end', () => response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`));
      });
      expect(await open(place).store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(full);
      expect(await open(place).store.check()).toEqual(full);
    }
  });

  it('is not believed when it has less than it was given', async () => {
    const place = await standIn((request, response) => {
      request.resume();
      const sha256 = '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81';
      request.on('end', () => response.writeHead(200, { 'content-length': '2', 'x-amz-meta-sha256': sha256 }).end());
    });
    expect(await open(place).store.keep('abc.wav', inChunks(sound), 'audio/wav')).toEqual(gone);
  });

  it('breaks off when the connection does', async () => {
    const place = await standIn((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    await expect(readAll(open(place).store, 'abc.wav')).rejects.toThrow();
  });
});
