import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import type { ReplySpeech, ReplySpeechFailure, Spoken, SpokenSentence } from '../ports/reply-speech.ts';
import type { Speech } from '../ports/speech.ts';
import { isLatin } from './latin-script.ts';
import type { Locale } from './locales/locale.ts';
import { normalise } from './normalise/normalise.ts';
import { isMended, keptPromptFile, type PromptFailure, promptFile } from './prompt-cache.ts';
import { sayInTurn } from './say-in-turn.ts';
import { sentencesOf } from './sentences.ts';
import { wavLengthMs } from './wav.ts';

export type SpeakerParts = {
  readonly speech: Speech;
  /** Where what was spoken is kept. */
  readonly folder: string;
  readonly log: Pick<Log, 'warn' | 'error'>;
};

/** Whose turn it is to speak, by the ids of voices: see say-in-turn.ts. */
export type Speakers = { readonly locale: Locale; readonly turns: Turns };

type Turns = readonly [string, ...string[]];

/** Speaks the first sentence of a message, finds what was spoken before, and goes on with the rest by itself. */
export async function speakMessage(
  parts: SpeakerParts,
  { locale, turns }: Speakers,
  text: string,
  { speed }: Pick<Spoken, 'speed'>,
): ReturnType<ReplySpeech['message']> {
  const sentences = spokenSentences(text, locale);
  if (!sentences.ok) return sentences;
  const [opening, ...others] = sentences.value;
  const speaker = createSpeaker(parts, turns, speed);
  const first = await speaker.open(opening);
  if (!first.ok) return first;
  const kept = await speaker.kept(others);
  return ok({
    ready: [first.value, ...kept],
    rest: speaker.goOn(others.slice(kept.length)),
    language: locale.code,
    voice: speaker.voice(),
    fellBack: first.value.fellBack,
  });
}

/** Refused as a whole: nobody should be heard to the middle of what they wrote. */
function spokenSentences(
  text: string,
  { code }: Locale,
): Result<readonly [string, ...string[]], 'speechEmpty' | 'speechUnspeakable'> {
  if (text.trim() === '') return fail('speechEmpty');
  if (!isLatin(text)) return fail('speechUnspeakable');
  const [first, ...others] = sentencesOf(normalise(text, code), code);
  return first === undefined ? fail('speechUnspeakable') : ok([first, ...others]);
}

/** One message's speaker: once a voice could not speak, the next one speaks to the end. */
function createSpeaker({ speech, folder, log }: SpeakerParts, all: Turns, speed: number | undefined) {
  let turns = all;
  const requestOf = (input: string, voice: string) => ({ folder, input, voice, ...(speed !== undefined && { speed }) });
  const describe = async (path: string): Promise<SpokenSentence> => {
    const { size } = await stat(path);
    return { path, lengthMs: wavLengthMs(size), fellBack: turns[0] !== all[0] };
  };
  const say = async (input: string, goesOn: (error: PromptFailure) => boolean): Promise<Said> => {
    const { voice, said } = await sayInTurn(
      turns,
      (one) => promptFile(speech, requestOf(input, one)),
      (error, one) => {
        if (goesOn(error)) log.warn({ voice: one, error }, 'a voice is out of reach');
        return goesOn(error);
      },
    );
    const [, ...later] = turns.slice(turns.indexOf(voice));
    turns = [voice, ...later];
    return said.ok ? ok(await describe(said.value)) : said;
  };
  const sayNext = async (input: string): Promise<SpokenSentence | null> => {
    const said = await say(input, isMended);
    if (said.ok) return said.value;
    log.error({ voice: turns[0], error: said.error }, 'a message is not heard to its end: it could not be spoken');
    return null;
  };
  return {
    voice: () => turns[0],
    open: (input: string): Promise<Said> => say(input, isOutOfReach),
    /** The next ones that were spoken before, up to the first that was not. */
    kept: async (inputs: readonly string[]): Promise<readonly SpokenSentence[]> => {
      const paths = await Promise.all(inputs.map((input) => keptPromptFile(speech, requestOf(input, turns[0]))));
      const missing = paths.indexOf(undefined);
      const kept = paths.slice(0, missing < 0 ? paths.length : missing).filter((path) => path !== undefined);
      return Promise.all(kept.map(describe));
    },
    goOn: (inputs: readonly string[]): readonly Promise<SpokenSentence | null>[] =>
      inTurn(inputs, sayNext, (err) => log.error({ err }, 'speaking a message failed')),
  };
}

type Said = Result<SpokenSentence, ReplySpeechFailure>;

const isOutOfReach = (error: PromptFailure): boolean => error === 'speechUnavailable' || error === 'speechTimedOut';

/** One after the other, at once; after one that came to nothing, nothing. What goes wrong is told, not thrown. */
function inTurn<Input, Value>(
  inputs: readonly Input[],
  make: (input: Input) => Promise<Value | null>,
  onFailed: (error: unknown) => void,
): readonly Promise<Value | null>[] {
  let isOver = false;
  let before: Promise<unknown> = Promise.resolve();
  return inputs.map((input) => {
    const made = before
      .then(() => (isOver ? null : make(input)))
      .catch((error: unknown) => {
        onFailed(error);
        return null;
      })
      .then((value) => {
        isOver ||= value === null;
        return value;
      });
    before = made;
    return made;
  });
}
