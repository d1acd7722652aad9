import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** A job that ends when it is told to. */
function job() {
  let end: (value: string) => void = () => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  let begun = false;
  const run = (): Promise<string> => {
    begun = true;
    return ended;
  };
  return { run, end, begun: () => begun };
}

it('so many run at a time, the others wait in their order, and one more is refused', async () => {
  const turns = new Turns({ atOnce: 2, longestQueue: 1 });
  const [first, second, third] = [job(), job(), job()];
  const [one, two, three] = [first, second, third].map(({ run }) => turns.run(run));
  expect(await turns.run(() => Promise.resolve('late'))).toEqual({ ok: false, error: 'noTurn' });
  expect([first, second, third].map(({ begun }) => begun())).toEqual([true, true, false]);
  second.end('second');
  expect(await two).toEqual({ ok: true, value: 'second' });
  third.end('third');
  expect(await three).toEqual({ ok: true, value: 'third' });
  first.end('first');
  expect(await one).toEqual({ ok: true, value: 'first' });
  expect(await turns.run(() => Promise.resolve('next'))).toEqual({ ok: true, value: 'next' });
});

it('a job that throws gives its turn away', async () => {
  const turns = new Turns({ atOnce: 1, longestQueue: 1 });
  await expect(turns.run(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(await turns.run(() => Promise.resolve('next'))).toEqual({ ok: true, value: 'next' });
});

it('who waits when it is closed gets no turn', async () => {
  const turns = new Turns({ atOnce: 1, longestQueue: 5 });
  const running = job();
  const [one, two] = [turns.run(running.run), turns.run(() => Promise.resolve('two'))];
  turns.close();
  running.end('one');
  expect(await Promise.all([one, two])).toEqual([
    { ok: true, value: 'one' },
    { ok: false, error: 'noTurn' },
  ]);
  expect(await turns.run(() => Promise.resolve('late'))).toEqual({ ok: false, error: 'noTurn' });
});
