import { workerEntry } from '../lib/worker-entry.ts';
import { createSoundTools } from '../media/sound-tools.ts';
import type { SoundTools } from '../ports/sound-tools.ts';
import type { Surroundings } from './surroundings.ts';

const worker = workerEntry(import.meta.url, {
  source: '../media/sound-worker.ts',
  bundled: './sound-worker.js',
});

/** What works on recorded sound, in threads of its own. */
export const openSoundTools = ({ clock, log }: Pick<Surroundings, 'clock' | 'log'>): SoundTools =>
  createSoundTools({ clock, log, worker });
