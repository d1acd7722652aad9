import { expect, test } from 'vitest';
import { FakeClock } from '../fake/fake-clock.ts';
import { watchSocket } from './watch-socket.ts';

function open({ answers = true } = {}) {
  const clock = new FakeClock();
  const ws = new EventTarget();
  const asked: number[] = [];
  const far = { answers, delayMs: 20 };
  let deaths = 0;
  const began = clock.now();
  const send = async (): Promise<void> => {
    asked.push(clock.now() - began);
    if (far.answers) clock.after(far.delayMs, () => ws.dispatchEvent(new MessageEvent('message', { data: '\r\n' })));
  };
  const watch = watchSocket({ ws, send }, clock, () => (deaths += 1));
  return { clock, watch, asked, far, deaths: () => deaths };
}

test('a far end that answers is asked every three seconds, for ever', () => {
  const { clock, asked, deaths } = open();
  clock.advance(9500);
  expect(asked).toEqual([0, 3000, 6000, 9000]);
  clock.advance(600_000);
  expect(deaths()).toBe(0);
});

test('one that falls silent is found within seven seconds', () => {
  const { clock, far, deaths } = open();
  clock.advance(3100);
  far.answers = false;
  clock.advance(6899);
  expect(deaths()).toBe(0);
  clock.advance(1);
  expect(deaths()).toBe(1);
});

test('one that never answered is not judged', () => {
  const { clock, deaths } = open({ answers: false });
  clock.advance(60_000);
  expect(deaths()).toBe(0);
});

test('one that is asked once a minute, as in a hidden window, is not taken for dead', () => {
  const { clock, deaths } = open();
  for (let minutes = 0; minutes < 5; minutes += 1) {
    clock.advance(100);
    clock.skip(59_000);
    // The timers that are due run late, and what has come in is there before the next one.
    clock.advance(100);
  }
  expect(deaths()).toBe(0);
});

test('after a sleep it has a second and a half', () => {
  const { clock, watch, far, deaths } = open();
  clock.advance(100);
  far.answers = false;
  clock.skip(3_600_000);
  watch.wake();
  clock.advance(1499);
  expect(deaths()).toBe(0);
  clock.advance(1);
  expect(deaths()).toBe(1);
});

test('a sleep that nobody tells of shows in the question that comes too late', () => {
  const { clock, far, deaths } = open();
  clock.advance(100);
  far.answers = false;
  clock.skip(3_600_000);
  clock.advance(1500);
  expect(deaths()).toBe(1);
});

test('who wakes up to a connection that works keeps it', () => {
  const { clock, watch, deaths } = open();
  clock.advance(100);
  clock.skip(3_600_000);
  watch.wake();
  clock.advance(10_000);
  expect(deaths()).toBe(0);
});

test('stopped is stopped', () => {
  const { clock, watch, asked, far, deaths } = open();
  clock.advance(100);
  far.answers = false;
  watch.wake();
  watch.stop();
  const before = asked.length;
  clock.advance(60_000);
  expect([asked.length, deaths()]).toEqual([before, 0]);
});
