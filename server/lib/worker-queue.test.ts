import { afterEach, describe, expect, it } from 'vitest';
import { workerEntry } from './worker-entry.ts';
import { WorkerQueue } from './worker-queue.ts';

const entry = workerEntry(import.meta.url, { source: './odd-worker.testing.ts', bundled: './nowhere.js' });
const open: WorkerQueue<number, number>[] = [];

function queueOf(longestQueue = 10) {
  const deadlines = new Set<() => void>();
  const lost: string[] = [];
  const queue = new WorkerQueue<number, number>({
    entry,
    deadlineMs: 1000,
    longestQueue,
    clock: {
      after: (_ms, run) => {
        deadlines.add(run);
        return () => deadlines.delete(run);
      },
    },
    isAnswer: (message): message is number => typeof message === 'number',
    onLost: (error) => lost.push(error.message),
  });
  open.push(queue);
  const pass = () => {
    for (const run of Array.from(deadlines)) run();
  };
  return { queue, pass, deadlines, lost };
}

afterEach(() => Promise.all(open.splice(0).map((queue) => queue.close())));

describe('a worker queue', () => {
  it('does one job after the other, from source', async () => {
    const { queue, deadlines } = queueOf();
    expect(await Promise.all([1, 2, 3].map((job) => queue.run(job)))).toEqual(
      [2, 4, 6].map((value) => ({ ok: true, value })),
    );
    expect(deadlines.size).toBe(0);
  });

  it('replaces a worker that hangs, and goes on with the next job', async () => {
    const { queue, pass, lost } = queueOf();
    const [hung, next] = [queue.run(13), queue.run(4)];
    pass();
    expect(await hung).toEqual({ ok: false, error: 'timedOut' });
    expect(await next).toEqual({ ok: true, value: 8 });
    expect(lost).toEqual(['no answer within 1000 ms']);
  });

  it('replaces a worker that dies', async () => {
    const { queue, lost } = queueOf();
    const [died, next] = [queue.run(666), queue.run(4)];
    expect(await died).toEqual({ ok: false, error: 'unavailable' });
    expect(await next).toEqual({ ok: true, value: 8 });
    expect(lost).toEqual(['bad number']);
  });

  it('refuses what is too much', async () => {
    const { queue } = queueOf(1);
    const [first, second, third] = [queue.run(1), queue.run(2), queue.run(3)];
    expect(await third).toEqual({ ok: false, error: 'unavailable' });
    expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('ends everything when it is closed', async () => {
    const { queue } = queueOf();
    const jobs = [queue.run(13), queue.run(1)];
    await queue.close();
    expect(await Promise.all(jobs)).toEqual([1, 2].map(() => ({ ok: false, error: 'unavailable' })));
    expect(await queue.run(1)).toEqual({ ok: false, error: 'unavailable' });
  });
});

it('a bundled server starts its workers as plain JavaScript beside it', () => {
  const bundled = workerEntry('file:///app/dist-server/main.js', { source: './a.ts', bundled: './b-worker.js' });
  expect(bundled).toEqual({ file: new URL('file:///app/dist-server/b-worker.js'), argv: [] });
});
