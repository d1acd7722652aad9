import { readFile } from 'node:fs/promises';
import { fail, ok } from '../../shared/result.ts';
import type { ReplySpeech } from '../ports/reply-speech.ts';
import { joinWavs } from './wav.ts';

/** What prompts are kept in. */
const sampleRate = 8000;

/** The sentences of a message one after the other, as the caller hears them, in one file. */
export const wholeMessage: ReplySpeech['whole'] = async ({ ready, rest }) => {
  const coming = await Promise.all(rest);
  const sentences = [...ready, ...coming.filter((sentence) => sentence !== null)];
  if (coming.includes(null)) return fail('speechUnavailable');
  try {
    const files = await Promise.all(sentences.map(({ path }) => readFile(path)));
    return ok({ sound: joinWavs(files, sampleRate), fellBack: sentences.some(({ fellBack }) => fellBack) });
  } catch {
    // Thrown away by another server to make room, or unreadable: either way there is nothing to hear.
    return fail('promptNotStored');
  }
};
