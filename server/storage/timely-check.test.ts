import { expect, it } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import type { RecordingStore } from '../ports/recording-store.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { timelyCheck } from './timely-check.ts';

type Said = Awaited<ReturnType<RecordingStore['check']>>;

/** A place that answers when the test says so. */
function open() {
  const clock = createVirtualClock();
  const waiting: ((said: Said) => void)[] = [];
  const check = timelyCheck(() => new Promise((resolve) => void waiting.push(resolve)), clock);
  return { clock, check, waiting, say: (said: Said) => waiting.shift()?.(said) };
}

const room = ok({ freeBytes: null });

it('who asks whether something can be kept hears what the place says', async () => {
  const { clock, check, say } = open();
  const first = check();
  say(room);
  expect(await first).toEqual(room);
  const second = check();
  say(fail('storageFull'));
  expect(await second).toEqual(fail('storageFull'));
  expect(clock.pending()).toBe(0);
});

it('a place that says nothing is out of reach after 15 s, and is not asked again before it has answered', async () => {
  const { clock, check, waiting, say } = open();
  const first = check();
  clock.advance(10_000);
  const second = check();
  clock.advance(5_000);
  expect(await first).toEqual(fail('storageUnavailable'));
  expect(waiting).toHaveLength(1);
  say(room);
  expect(await second).toEqual(room);
  const third = check();
  say(room);
  expect(await third).toEqual(room);
});
