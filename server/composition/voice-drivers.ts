import { createEspeakSpeech, espeakOnThePath, findEspeak } from '../speech/espeak/espeak-speech.ts';
import type { SpeechDriver } from '../speech/combined-speech.ts';
import type { VoiceSettings } from '../voice-settings.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

type Parts = Pick<Surroundings, 'clock' | 'log'> & {
  /** BCP 47: the languages there is something to say in. */
  readonly languages: readonly string[];
};

/** The providers that were set up, in a fixed order; what asks one is loaded only then. */
export async function networkDrivers(settings: VoiceSettings, parts: Parts): Promise<readonly SpeechDriver[]> {
  const drivers: SpeechDriver[] = [];
  if (settings.polly !== null) {
    const { createPollySpeech } = await import('../speech/polly/polly-speech.ts');
    const { key: accessKeyId, secret: secretAccessKey, region, voices } = settings.polly;
    const speech = createPollySpeech({ ...parts, accessKeyId, secretAccessKey, region, voices });
    drivers.push({ prefix: 'polly', speech });
  }
  if (settings.google !== null) {
    const { createGoogleSpeech } = await import('../speech/google/google-speech.ts');
    drivers.push({ prefix: 'google', speech: createGoogleSpeech({ ...parts, ...settings.google }) });
  }
  if (settings.azure !== null) {
    const { createAzureSpeech } = await import('../speech/azure/azure-speech.ts');
    drivers.push({ prefix: 'azure', speech: createAzureSpeech({ ...parts, ...settings.azure }) });
  }
  if (settings.openAi !== null) {
    const { createOpenAiSpeech } = await import('../speech/openai/openai-speech.ts');
    const { url: baseUrl, ...rest } = settings.openAi;
    drivers.push({ prefix: 'openai', speech: createOpenAiSpeech({ ...parts, ...rest, baseUrl }) });
  }
  return drivers;
}

/** eSpeak NG where it is on the PATH, unless it is not wanted. */
export async function espeakDrivers(
  wanted: VoiceSettings['espeak'],
  parts: Parts,
  command = espeakOnThePath,
): Promise<readonly SpeechDriver[]> {
  const version = wanted === 'off' ? undefined : await findEspeak(parts.clock, command);
  if (version !== undefined) return [{ prefix: 'espeak', speech: createEspeakSpeech({ ...parts, command, version }) }];
  if (wanted === 'on') throw new FailedStart('FRONTDESK_ESPEAK is on, and there is no espeak-ng on the PATH.', 2);
  return [];
}
