import { fail } from '../../shared/result.ts';
import { within } from '../../shared/within.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Speech, SpeechRequest, Voice } from '../ports/speech.ts';
import { speaksLanguage } from './language-tag.ts';

export type SpeechDriver = {
  /** Before the ids of its voices, with a colon; empty for the first, whose ids are known as they are. */
  readonly prefix: string;
  readonly speech: Speech;
};

/** Each driver's engine, and how many voices it has now: none while it is out of reach. */
export type SpeechProvider = { readonly engine: string; readonly voices: number };

export type CombinedSpeech = Speech & { readonly providers: () => Promise<readonly SpeechProvider[]> };

type Parts = {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'error'>;
  /** For one text, whatever the driver makes of it. */
  readonly deadlineMs?: number;
  /** For a driver to say which voices it has. */
  readonly voicesWithinMs?: number;
};

/**
 * Several drivers as one Speech, in the order in which they are asked for a language. The first one has the default voice. What
 * one of them does not do, the others go on doing.
 */
export function combineSpeech(drivers: readonly [SpeechDriver, ...SpeechDriver[]], parts: Parts): CombinedSpeech {
  const { clock, log, deadlineMs = 30_000, voicesWithinMs = 6000 } = parts;
  const [first] = drivers;
  const voicesOf = ({ prefix, speech }: SpeechDriver): Promise<readonly Voice[]> => {
    const asked = speech.voices().catch((error: unknown) => {
      log.error({ err: error, provider: prefix }, 'a driver of voices failed');
      return [];
    });
    return within(clock, voicesWithinMs, asked, []).then((voices) => prefixed(prefix, voices));
  };
  /** Undefined: no driver has voices with such ids. */
  const driverOf = (voice: string): SpeechDriver | undefined =>
    drivers.find(({ prefix }) => prefix !== '' && voice.startsWith(`${prefix}:`)) ??
    drivers.find(({ prefix }) => prefix === '');
  const driverFor = async ({ voice, language }: SpeechRequest): Promise<SpeechDriver> => {
    if (voice !== undefined) return driverOf(voice) ?? first;
    if (language === undefined) return first;
    const voices = await Promise.all(drivers.map(voicesOf));
    const able = voices.findIndex((some) => some.some((one) => speaksLanguage(one.language, language)));
    return drivers[able] ?? first;
  };
  return {
    engine: drivers.map(({ speech }) => speech.engine).join(' + '),
    engineOf: (voice) => (driverOf(voice) ?? first).speech.engine,
    voices: async () => (await Promise.all(drivers.map(voicesOf))).flat(),
    providers: async () => {
      const counts = (await Promise.all(drivers.map(voicesOf))).map(({ length }) => length);
      return drivers.map(({ speech }, i) => ({ engine: speech.engine, voices: counts[i] ?? 0 }));
    },
    synthesize: async (request) => {
      const driver = await driverFor(request);
      const spoken = driver.speech.synthesize(withoutPrefix(driver, request));
      return within(clock, deadlineMs, spoken, fail('speechTimedOut'));
    },
    close: async () => {
      await Promise.all(drivers.map(({ speech }) => speech.close()));
    },
  };
}

const prefixed = (prefix: string, voices: readonly Voice[]): readonly Voice[] =>
  prefix === '' ? voices : voices.map((voice) => ({ ...voice, id: `${prefix}:${voice.id}` }));

function withoutPrefix({ prefix }: SpeechDriver, request: SpeechRequest): SpeechRequest {
  const { voice } = request;
  return voice === undefined || prefix === '' ? request : { ...request, voice: voice.slice(prefix.length + 1) };
}
