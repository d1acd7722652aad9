import { promptKeys, type Prompt } from '../../shared/reply/menu.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { OfferedLanguage, ReplySpeech, ReplySpeechFailure, Spoken } from '../ports/reply-speech.ts';
import type { SpeechRequest, Voice } from '../ports/speech.ts';
import type { Locale } from './locales/locale.ts';
import { localeOf, locales } from './locales/locales.ts';
import { normalise } from './normalise/normalise.ts';
import { promptFile } from './prompt-cache.ts';
import { type SpeakerParts, type Speakers, speakMessage } from './speak-message.ts';
import { wholeMessage } from './whole-message.ts';

/** Replies by the voices of `speech`, in the languages there is a locale and a voice for. */
export function createReplySpeech(parts: SpeakerParts): ReplySpeech {
  const { speech } = parts;
  const prompt: ReplySpeech['prompt'] = async (one, { language, voice, speed }) => {
    const locale = localeOf(language);
    if (locale === undefined) return fail('unknownLanguage');
    // By the name of the voice, so that what was spoken for one reply is there for the next, however it was asked for.
    const usual = voice ?? (await speech.voices()).find((other) => speaks(other, locale))?.id;
    const say = (spoken: Pick<SpeechRequest, 'voice' | 'language'>) =>
      promptFile(speech, {
        folder: parts.folder,
        input: normalise(wordsOf(locale, one), locale.code),
        ...spoken,
        ...speedOf(speed),
      });
    const said = await say(usual === undefined ? { language: locale.code } : { voice: usual });
    return said.ok || voice === undefined ? said : say({ language: locale.code });
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

function speakersOf(voices: readonly Voice[], spoken: Spoken): Result<Speakers, ReplySpeechFailure> {
  const asked = voices.find(({ id }) => id === spoken.voice);
  const locale = localeOf(spoken.language ?? asked?.language);
  if (locale === undefined) return fail('unknownLanguage');
  if (spoken.voice !== undefined && asked === undefined && voices.length > 0) return fail('unknownVoice');
  const usual = voices.find((one) => speaks(one, locale));
  const voice = asked ?? usual;
  return voice === undefined ? fail('speechUnavailable') : ok({ locale, voice, usual });
}
