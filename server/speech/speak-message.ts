import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../ports/log.ts';
import type { ReplySpeech, ReplySpeechFailure, Spoken, SpokenSentence } from '../ports/reply-speech.ts';
import type { Speech, Voice } from '../ports/speech.ts';
import { isLatin } from './latin-script.ts';
import type { Locale } from './locales/locale.ts';
import { normalise } from './normalise/normalise.ts';
import { keptPromptFile, type PromptFailure, promptFile } from './prompt-cache.ts';
import { sentencesOf } from './sentences.ts';
import { wavLengthMs } from './wav.ts';

export type SpeakerParts = {
  readonly speech: Speech;
  /** Where what was spoken is kept. */
  readonly folder: string;
  readonly log: Pick<Log, 'warn' | 'error'>;
};

/** Who speaks: the voice that was asked for, and the language's usual one for when it cannot. */
export type Speakers = { readonly locale: Locale; readonly voice: Voice; readonly usual: Voice | undefined };

/** Speaks the first sentence of a message, finds what was spoken before, and goes on with the rest by itself. */
export async function speakMessage(
  parts: SpeakerParts,
  { locale, voice, usual }: Speakers,
  text: string,
  { speed }: Pick<Spoken, 'speed'>,
): ReturnType<ReplySpeech['message']> {
  const sentences = spokenSentences(text, locale);
  if (!sentences.ok) return sentences;
  const [opening, ...others] = sentences.value;
  const speaker = createSpeaker(parts, voice, usual, speed);
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

/** One message's speaker: once its voice could not speak, the usual one speaks to the end, so that voices change once at most. */
function createSpeaker(
  { speech, folder, log }: SpeakerParts,
  voice: Voice,
  usual: Voice | undefined,
  speed: number | undefined,
) {
  let speaking = voice;
  const requestOf = (input: string) => ({ folder, input, voice: speaking.id, ...(speed !== undefined && { speed }) });
  const describe = async (path: string): Promise<SpokenSentence> => {
    const { size } = await stat(path);
    return { path, lengthMs: wavLengthMs(size), fellBack: speaking !== voice };
  };
  const say = async (input: string, fallsBack: (error: PromptFailure) => boolean): Promise<Said> => {
    const said = await promptFile(speech, requestOf(input));
    if (said.ok) return ok(await describe(said.value));
    if (usual === undefined || usual === speaking || !fallsBack(said.error)) return said;
    log.warn({ voice: speaking.id, error: said.error }, 'a voice is out of reach, and the usual one speaks');
    speaking = usual;
    return say(input, fallsBack);
  };
  const sayNext = async (input: string): Promise<SpokenSentence | null> => {
    const said = await say(input, () => true);
    if (said.ok) return said.value;
    log.error({ voice: speaking.id, error: said.error }, 'a message is not heard to its end: it could not be spoken');
    return null;
  };
  return {
    voice: () => speaking.id,
    open: (input: string): Promise<Said> => say(input, isOutOfReach),
    /** The next ones that were spoken before, up to the first that was not. */
    kept: async (inputs: readonly string[]): Promise<readonly SpokenSentence[]> => {
      const paths = await Promise.all(inputs.map((input) => keptPromptFile(speech, requestOf(input))));
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
