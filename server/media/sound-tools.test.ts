import { workerEntry } from '../lib/worker-entry.ts';
import { createSoundTools } from './sound-tools.ts';
import { describeSoundTools } from './sound-tools-contract.testing.ts';

const worker = workerEntry(import.meta.url, { source: './sound-worker.ts', bundled: './sound-worker.js' });

describeSoundTools('in threads', () =>
  createSoundTools({ worker, clock: { after: () => () => {} }, log: { error: () => {} } }),
);
