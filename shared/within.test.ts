import { expect, it } from 'vitest';
import { within } from './within.ts';

/** A clock that is turned by hand. */
function turnedClock() {
  const tasks = new Set<() => void>();
  return {
    after: (_ms: number, task: () => void) => {
      tasks.add(task);
      return () => void tasks.delete(task);
    },
    turn: (): void => {
      for (const task of tasks) task();
    },
    running: () => tasks.size,
  };
}

it('what comes in time is the answer, and its timer is gone', async () => {
  const clock = turnedClock();
  expect(await within(clock, 100, Promise.resolve('here'), 'late')).toBe('here');
  expect(clock.running()).toBe(0);
});

it('what does not come is answered for', async () => {
  const clock = turnedClock();
  const answered = within(clock, 100, new Promise<string>(() => {}), null);
  clock.turn();
  expect(await answered).toBeNull();
});

it('what fails in time fails, and its timer is gone', async () => {
  const clock = turnedClock();
  await expect(within(clock, 100, Promise.reject(new Error('no')), 'late')).rejects.toThrow('no');
  expect(clock.running()).toBe(0);
});
