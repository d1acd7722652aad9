import { promptKeys, type Prompt } from '../../shared/reply/menu.ts';
import { sayTime } from '../../shared/reply/time-words.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { OfferedLanguage, ReplySpeech, ReplySpeechFailure, Spoken } from '../ports/reply-speech.ts';
import type { SpeechRequest, Voice } from '../ports/speech.ts';
import type { Locale } from './locales/locale.ts';
import { localeOf, locales } from './locales/locales.ts';
import { patternSentence, sayPattern } from './locales/say-pattern.ts';
import { normalise } from './normalise/normalise.ts';
import { isMended, promptFile } from './prompt-cache.ts';
import { sayInTurn, turnsOf } from './say-in-turn.ts';
import { type SpeakerParts, type Speakers, speakMessage } from './speak-message.ts';
import { wholeMessage } from './whole-message.ts';

/** Replies by the voices of `speech`, in the languages there is a locale and a voice for. */
export function createReplySpeech(parts: SpeakerParts): ReplySpeech {
  const { speech } = parts;
  const ableIn = async (locale: Locale) => (await speech.voices()).filter((one) => speaks(one, locale));
  const prompt: ReplySpeech['prompt'] = async (one, { language, voice, speed }) => {
    const locale = localeOf(language);
    if (locale === undefined) return fail('unknownLanguage');
    const say = (spoken: Pick<SpeechRequest, 'voice' | 'language'>) =>
      promptFile(speech, {
        folder: parts.folder,
        input: normalise(wordsOf(locale, one), locale.code),
        ...spoken,
        ...speedOf(speed),
      });
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
      return locale === undefined ? fail('unknownLanguage') : ok(sayPattern(locale, pattern));
    },
    message: async (text, spoken) => {
      const speakers = speakersOf(await speech.voices(), spoken);
      return speakers.ok ? speakMessage(parts, speakers.value, text, spoken) : speakers;
    },
    prompt,
    warm: async (spoken) => {
      // One after the other: a text that somebody waits for must not queue behind all of them.
      for (const key of promptKeys) if (key !== 'message') await prompt({ key }, spoken);
    },
    whole: wholeMessage,
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
    const { code, name, times } = locale;
    return [{ code, name, voice: voice.id, times, templates: templatesOf(locale), patterns: patternsOf(locale) }];
  });

const templatesOf = ({ templates, times }: Locale): OfferedLanguage['templates'] =>
  templates.map(({ id, name, text, callBackIn }) =>
    callBackIn === undefined ? { id, name, text } : { id, name, text: sayTime(text, times, callBackIn), timed: text },
  );

const patternsOf = (locale: Locale): OfferedLanguage['patterns'] =>
  examples.map((pattern) => ({
    pattern,
    text: sayPattern(locale, pattern),
    ...(pattern.kind === 'callYouBack' && { timed: patternSentence(locale, pattern) }),
  }));

const examples: readonly OfferedLanguage['patterns'][number]['pattern'][] = [
  { kind: 'callYouBack', direction: 'weCall', amount: 10, unit: 'minutes' },
  { kind: 'callYouBack', direction: 'youCall', amount: 10, unit: 'minutes' },
  { kind: 'callYouBackLater', direction: 'weCall' },
  { kind: 'callYouBackLater', direction: 'youCall' },
  { kind: 'onMyWay' },
  { kind: 'onTheOtherLine' },
  { kind: 'inAMeeting' },
];

function speakersOf(voices: readonly Voice[], spoken: Spoken): Result<Speakers, ReplySpeechFailure> {
  const asked = voices.find(({ id }) => id === spoken.voice);
  const locale = localeOf(spoken.language ?? asked?.language);
  if (locale === undefined) return fail('unknownLanguage');
  const able = voices.filter((one) => speaks(one, locale));
  const [first, ...others] = voices.length === 0 ? [] : turnsOf(able, spoken.voice);
  return first === undefined ? fail('speechUnavailable') : ok({ locale, turns: [first, ...others] });
}
