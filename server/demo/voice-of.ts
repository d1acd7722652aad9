import { concat, loop, samples, silence, type AudioSource } from '../../caller/media/audio-source.ts';
import type { Log } from '../ports/log.ts';
import type { Speech } from '../ports/speech.ts';

const pauseBetweenSentencesMs = 1500;

/** Says something over and over; whoever has no voice is silent. */
export const createVoiceOf =
  (speech: Pick<Speech, 'synthesize'>, log: Log) =>
  async (says: string): Promise<AudioSource> => {
    const spoken = await speech.synthesize({ input: says, sampleRate: 8000 });
    if (spoken.ok) return loop(concat(samples(spoken.value.samples), silence(pauseBetweenSentencesMs)));
    log.warn({ error: spoken.error }, 'a simulated person has no voice');
    return silence();
  };
