import { fail, ok, type Result } from '../../shared/result.ts';
import { longestSpeech, type SpeechFailure, type SpeechRequest, type Voice } from '../ports/speech.ts';
import { speaksLanguage } from './language-tag.ts';

/** What every driver refuses alike, before any engine is asked; the voice that will speak where there is nothing to refuse. The first voice is the default. */
export function checkRequest(request: SpeechRequest, voices: readonly Voice[]): Result<Voice, SpeechFailure> {
  const { input, speed = 1 } = request;
  if (input.trim() === '') return fail('speechEmpty');
  if (input.length > longestSpeech) return fail('speechTooLong');
  if (!/[\p{L}\p{N}]/u.test(input)) return fail('speechUnspeakable');
  if (!(speed >= 0.5 && speed <= 2)) return fail('badSpeed');
  const voice = chooseVoice(request, voices);
  return voice ? ok(voice) : fail('unknownVoice');
}

/** Whose turn it is: the voice that was asked for, else the first of the language, else the first of all. */
export function chooseVoice(
  { voice, language }: Pick<SpeechRequest, 'voice' | 'language'>,
  voices: readonly Voice[],
): Voice | undefined {
  if (voice !== undefined) return voices.find(({ id }) => id === voice);
  if (language === undefined) return voices[0];
  return voices.find((candidate) => speaksLanguage(candidate.language, language));
}
