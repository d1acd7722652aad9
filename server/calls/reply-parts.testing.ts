import { fail, ok } from '../../shared/result.ts';
import type { ReplySpeech, SpokenSentence } from '../ports/reply-speech.ts';
import type { SoundFiles } from '../ports/sound-files.ts';
import { en } from '../speech/locales/en.ts';
import { writeWav } from '../speech/wav.ts';

/**
 * A voice that makes no sound: the file of a prompt is named after its key, that of a message after its words. What stands
 * behind a | is a sentence that is not ready before `speaks` says so.
 */
export function createSilentSpeech() {
  const warmed: unknown[] = [];
  const awaited = new Map<string, (sentence: SpokenSentence | null) => void>();
  const speech: ReplySpeech = {
    offer: async () => ({
      languages: [{ code: 'en', name: 'English', voice: 'rms', times: en.times, templates: [], patterns: [] }],
      voices: [{ id: 'rms', name: 'Robert', language: 'en-US', provider: 'fake' }],
    }),
    words: (pattern, language = 'en') => (language === 'en' ? ok(`words of ${pattern.kind}`) : fail('unknownLanguage')),
    message: async (text, { language = 'en', voice = 'rms' }) => {
      if (voice === 'nobody') return fail('unknownVoice');
      if (!/\w/.test(text)) return fail('speechUnspeakable');
      const [first = '', ...others] = text.split('|');
      const rest = others.map((words) => new Promise<SpokenSentence | null>((speak) => awaited.set(words, speak)));
      return ok({ ready: [spoken(first)], rest, language, voice, fellBack: false });
    },
    prompt: async (prompt) =>
      ok('digits' in prompt ? `/prompt/digits-${prompt.digits}.wav` : `/prompt/${prompt.key}.wav`),
    warm: async (spoken) => void warmed.push(spoken),
    whole: async ({ ready }) => ok({ sound: Buffer.from(`RIFF ${ready[0].path}`), fellBack: false }),
  };
  /** The sentence is ready now, in that way; null: it cannot be spoken. */
  const speaks = (words: string, how: Partial<SpokenSentence> | null = {}): void =>
    awaited.get(words)?.(how === null ? null : { ...spoken(words), ...how });
  return { ...speech, warmed, speaks };
}

const spoken = (words: string): SpokenSentence => ({
  path: `/message/${words}.wav`,
  lengthMs: words.length * 60,
  fellBack: false,
});

/** Sounds in memory; `lengthMs` is what the next ones are said to last, null where they cannot be kept. */
export function createMemorySounds() {
  const kept = new Map<string, Uint8Array>();
  const sounds: SoundFiles & { readonly kept: ReadonlyMap<string, Uint8Array>; available: boolean } = {
    kept,
    available: true,
    keep: async (id, chunks) => {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      if (!sounds.available) return fail('soundNotStored');
      const file = Buffer.concat(parts);
      kept.set(id, file);
      return ok({ lengthMs: (file.length - 44) / 16 });
    },
    read: async (id) => ok(kept.get(id) ?? null),
    remove: async (id) => {
      kept.delete(id);
      return ok();
    },
  };
  return sounds;
}

export const soundOf = (ms: number): Uint8Array => writeWav({ sampleRate: 8000, samples: new Int16Array(ms * 8) });
