import { z } from 'zod';
import type { SettingStore } from '../ports/stores.ts';

const key = 'server-starts';
const kept = 5;
const startsSchema = z.array(z.number().int());

/**
 * Remembers that the server was started at `now` (ms since the epoch); resolves to when it was before, the latest first.
 * What cannot be read is none: nothing depends on it.
 */
export async function rememberStart(settings: SettingStore, now: number): Promise<readonly number[]> {
  const stored = await settings.get(key);
  const earlier = stored.ok && stored.value !== null ? read(stored.value) : [];
  await settings.put(key, JSON.stringify([now, ...earlier].slice(0, kept)));
  return earlier;
}

function read(text: string): readonly number[] {
  try {
    return startsSchema.parse(JSON.parse(text));
  } catch {
    // Written by another version.
    return [];
  }
}
