import { fail, ok } from '../../../shared/result.ts';
import type { Pcm, Speech, SpeechRequest, Voice } from '../../ports/speech.ts';
import { checkRequest } from '../check-request.ts';

const voices: readonly Voice[] = [
  { id: 'low', name: 'Low', language: 'en-US', provider: 'fake' },
  { id: 'high', name: 'High', language: 'de-DE', provider: 'fake' },
];
const pitches: ReadonlyMap<string, number> = new Map([
  ['low', 440],
  ['high', 880],
]);
const msPerCharacter = 60;

/** Speaks in tones: 60 ms a character at speed 1, 440 Hz (`low`) or 880 Hz (`high`). For tests and for a server without speech. */
export function createFakeSpeech(): Speech {
  let closed = false;
  return {
    engine: 'fake-1',
    voices: () => Promise.resolve(closed ? [] : voices),
    synthesize: (request) => {
      const voice = checkRequest(request, voices);
      if (!voice.ok) return Promise.resolve(voice);
      return Promise.resolve(closed ? fail('speechUnavailable') : ok(speak(request, voice.value)));
    },
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

function speak({ input, speed = 1, sampleRate = 16_000 }: SpeechRequest, voice: Voice): Pcm {
  const length = Math.round((input.length * msPerCharacter * sampleRate) / (1000 * speed));
  const omega = (2 * Math.PI * (pitches.get(voice.id) ?? 440)) / sampleRate;
  const samples = Int16Array.from({ length }, (_, i) => Math.round(8000 * Math.sin(omega * i)));
  return { sampleRate, samples };
}
