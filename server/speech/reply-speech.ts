import { readFile, stat } from 'node:fs/promises';
import { promptKeys, type Prompt } from '../../shared/reply/menu.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import type { OfferedLanguage, ReplySpeech, Spoken } from '../ports/reply-speech.ts';
import type { Speech, SpeechRequest, Voice } from '../ports/speech.ts';
import type { Locale } from './locales/locale.ts';
import { localeOf, locales } from './locales/locales.ts';
import { type PromptFailure, promptFile } from './prompt-cache.ts';
import { sayInTurn, turnsOf } from './say-in-turn.ts';
import { wavLengthMs } from './wav.ts';

type Parts = {
  readonly speech: Speech;
  /** Where what was spoken is kept. */
  readonly folder: string;
  readonly log: Pick<Log, 'warn'>;
};

/** Replies by the voices of `speech`, in the languages there is a locale and a voice for. */
export function createReplySpeech(parts: Parts): ReplySpeech {
  const { speech } = parts;
  const ableIn = async (locale: Locale) => (await speech.voices()).filter((one) => speaks(one, locale));
  const prompt: ReplySpeech['prompt'] = async (one, { language, voice, speed }) => {
    const locale = localeOf(language);
    if (locale === undefined) return fail('unknownLanguage');
    const say = (spoken: Pick<SpeechRequest, 'voice' | 'language'>) =>
      promptFile(speech, { folder: parts.folder, input: wordsOf(locale, one), ...spoken, ...speedOf(speed) });
    const [first, ...others] = turnsOf(await ableIn(locale), voice);
    if (first === undefined) return say({ language: locale.code });
    // By the name of the voice, so that what was spoken for one reply is there for the next, however it was asked for.
    // A caller hears a prompt in whatever voice there is.
    const inTurn = await sayInTurn([first, ...others], (id) => say({ voice: id }), isMended);
    return inTurn.said;
  };
  return {
    offer: async () => {
      const voices = await speech.voices();
      return { voices: voices.filter(({ language }) => localeOf(language) !== undefined), languages: offered(voices) };
    },
    words: (pattern, language) => {
      const locale = localeOf(language);
      return locale === undefined ? fail('unknownLanguage') : ok(locale.pattern(pattern));
    },
    message: (text, spoken) => messageOf(parts, text, spoken),
    prompt,
    warm: async (spoken) => {
      // One after the other: a text that somebody waits for must not queue behind all of them.
      for (const key of promptKeys) if (key !== 'message') await prompt({ key }, spoken);
    },
    read: async (path) => {
      try {
        return ok(await readFile(path));
      } catch {
        // Thrown away by another server to make room, or unreadable: either way there is nothing to hear.
        return fail('promptNotStored');
      }
    },
  };
}

const wordsOf = (locale: Locale, prompt: Prompt): string => {
  if ('digits' in prompt) return locale.digits(prompt.digits);
  if (prompt.key === 'message') throw new Error('the message is spoken by itself');
  return locale.menu[prompt.key];
};

const speedOf = (speed: number | undefined): Pick<SpeechRequest, 'speed'> => (speed === undefined ? {} : { speed });

const speaks = ({ language }: Voice, { code }: Locale): boolean => language.toLowerCase().split('-')[0] === code;

/** Only what somebody can speak. */
const offered = (voices: readonly Voice[]): readonly OfferedLanguage[] =>
  locales.flatMap((locale) => {
    const voice = voices.find((one) => speaks(one, locale));
    if (voice === undefined) return [];
    const { code, name, templates } = locale;
    return [{ code, name, voice: voice.id, templates, patterns: patternsOf(locale) }];
  });

const patternsOf = (locale: Locale): OfferedLanguage['patterns'] =>
  examples.map((pattern) => ({ pattern, text: locale.pattern(pattern) }));

const examples: readonly OfferedLanguage['patterns'][number]['pattern'][] = [
  { kind: 'callYouBack', direction: 'weCall', amount: 10, unit: 'minutes' },
  { kind: 'callYouBack', direction: 'youCall', amount: 10, unit: 'minutes' },
  { kind: 'callYouBackLater', direction: 'weCall' },
  { kind: 'callYouBackLater', direction: 'youCall' },
  { kind: 'onMyWay' },
  { kind: 'onTheOtherLine' },
  { kind: 'inAMeeting' },
];

async function messageOf(
  { speech, folder, log }: Parts,
  text: string,
  spoken: Spoken,
): ReturnType<ReplySpeech['message']> {
  const voices = await speech.voices();
  const asked = voices.find(({ id }) => id === spoken.voice);
  const locale = localeOf(spoken.language ?? asked?.language);
  if (locale === undefined) return fail('unknownLanguage');
  const able = voices.filter((one) => speaks(one, locale));
  const [first, ...others] = voices.length === 0 ? [] : turnsOf(able, spoken.voice);
  if (first === undefined) return fail('speechUnavailable');
  const say = (voice: string) => promptFile(speech, { folder, input: text, voice, ...speedOf(spoken.speed) });
  const { voice, said } = await sayInTurn([first, ...others], say, (error, id) => {
    const outOfReach = error === 'speechUnavailable' || error === 'speechTimedOut';
    if (outOfReach) log.warn({ voice: id, error }, 'a voice is out of reach');
    return outOfReach;
  });
  if (!said.ok) return said;
  const { size } = await stat(said.value);
  return ok({
    path: said.value,
    lengthMs: wavLengthMs(size),
    language: locale.code,
    voice,
    fellBack: voice !== first,
  });
}

/** Every failure of a voice may be mended by another one; a full disk is not. */
const isMended = (error: PromptFailure): boolean => error !== 'promptNotStored';
