import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../fake/virtual-clock.ts';
import { createBackoff } from './backoff.ts';

describe('trying again', () => {
  it('waits ever longer, up to a bound, and begins anew after a success', () => {
    const clock = createVirtualClock(0);
    const backoff = createBackoff(clock, () => 0.999_999);
    const pauses: number[] = [];
    const measure = (): void => {
      const from = clock.now();
      backoff.again(() => pauses.push(Math.round(clock.now() - from)));
      clock.advance(10_000);
    };
    for (let attempt = 0; attempt < 7; attempt += 1) measure();
    backoff.reset();
    measure();
    expect(pauses).toEqual([100, 200, 400, 800, 1000, 1000, 1000, 100]);
  });

  it('is spread over half the pause, and can be stopped', () => {
    const clock = createVirtualClock(0);
    const backoff = createBackoff(clock, () => 0);
    let tried = 0;
    backoff.again(() => (tried += 1));
    clock.advance(50);
    expect(tried).toBe(1);
    backoff.again(() => (tried += 1));
    backoff.stop();
    clock.advance(10_000);
    expect(tried).toBe(1);
  });
});
