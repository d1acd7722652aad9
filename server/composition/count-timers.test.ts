import { expect, it } from 'vitest';
import { countTimers } from './count-timers.ts';

it('a timer counts until it has run or was stopped, once', () => {
  const tasks: (() => void)[] = [];
  const stopped: number[] = [];
  const clock = countTimers({
    now: () => 7,
    after: (ms, task) => {
      tasks.push(task);
      return () => void stopped.push(ms);
    },
  });
  const ran: string[] = [];
  clock.after(100, () => void ran.push(`first, of ${clock.running()}`));
  const stop = clock.after(200, () => void ran.push('second'));
  expect([clock.now(), clock.running()]).toEqual([7, 2]);
  tasks[0]?.();
  expect(ran).toEqual(['first, of 1']);
  stop();
  stop();
  expect([clock.running(), stopped]).toEqual([0, [200, 200]]);
});
