import type { Desk } from './desk.ts';
import { createConsoles } from './consoles.ts';
import { createLiveCalls } from './live-calls.ts';
import { createMp3Queue } from './mp3-queue.ts';
import { createRecentCalls } from './recent-calls.ts';
import { createStatuses } from './statuses.ts';
import { createTranscription } from './transcription.ts';

/** A desk with no calls and nobody at it yet. */
export const createDesk = (
  parts: Omit<
    Desk,
    'live' | 'consoles' | 'statuses' | 'tests' | 'recentCalls' | 'mp3s' | 'recorders' | 'transcription'
  >,
): Desk => ({
  ...parts,
  live: createLiveCalls(),
  consoles: createConsoles(),
  statuses: createStatuses(),
  tests: new Map(),
  recentCalls: createRecentCalls(parts.clock),
  mp3s: createMp3Queue(parts),
  recorders: new Map(),
  transcription: createTranscription(parts),
});
