import { describe, expect, it } from 'vitest';
import { closingAfter } from './interruption.ts';

describe('work with something to close', () => {
  it('closes once, after the work', async () => {
    const said: string[] = [];
    const close = async (): Promise<void> => void said.push('closed');
    await expect(closingAfter(close, async () => said.push('worked'))).resolves.toBe(1);
    expect(said).toEqual(['worked', 'closed']);
  });

  it('closes when the work fails, and says why it failed', async () => {
    let closed = 0;
    const close = async (): Promise<void> => void (closed += 1);
    await expect(closingAfter(close, () => Promise.reject(new Error('no sound')))).rejects.toThrow('no sound');
    expect(closed).toBe(1);
  });
});
