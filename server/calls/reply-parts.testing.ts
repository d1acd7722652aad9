import { fail, ok } from '../../shared/result.ts';
import type { ReplySpeech } from '../ports/reply-speech.ts';
import type { SoundFiles } from '../ports/sound-files.ts';
import { writeWav } from '../speech/wav.ts';

/** A voice that makes no sound: the file of a prompt is named after its key. */
export function createSilentSpeech(): ReplySpeech & { readonly warmed: unknown[] } {
  const warmed: unknown[] = [];
  return {
    warmed,
    offer: async () => ({
      languages: [{ code: 'en', name: 'English', voice: 'rms', templates: [], patterns: [] }],
      voices: [{ id: 'rms', name: 'Robert', language: 'en-US', provider: 'fake' }],
    }),
    words: (pattern, language = 'en') => (language === 'en' ? ok(`words of ${pattern.kind}`) : fail('unknownLanguage')),
    message: async (text, { language = 'en', voice = 'rms' }) => {
      if (voice === 'nobody') return fail('unknownVoice');
      if (!/\w/.test(text)) return fail('speechUnspeakable');
      return ok({ path: `/message/${text}.wav`, lengthMs: text.length * 60, language, voice, fellBack: false });
    },
    prompt: async (prompt) =>
      ok('digits' in prompt ? `/prompt/digits-${prompt.digits}.wav` : `/prompt/${prompt.key}.wav`),
    warm: async (spoken) => void warmed.push(spoken),
    read: async (path) => ok(Buffer.from(`RIFF ${path}`)),
  };
}

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
