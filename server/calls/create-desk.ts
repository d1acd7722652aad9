import type { Desk } from './desk.ts';
import { createConsoles } from './consoles.ts';
import { createLiveCalls } from './live-calls.ts';

/** A desk with no calls and nobody at it yet. */
export const createDesk = (parts: Omit<Desk, 'live' | 'consoles'>): Desk => ({
  ...parts,
  live: createLiveCalls(),
  consoles: createConsoles(),
});
