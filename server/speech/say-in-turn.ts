import type { Result } from '../../shared/result.ts';
import type { Voice } from '../ports/speech.ts';

/**
 * Whose turn it is to say something, by the ids of voices: the one that was asked for, then the usual one of `able` (the first)
 * and the first of each other provider. The one asked for needs not be in any list: it may be that of a provider out of reach,
 * and have been spoken before.
 */
export function turnsOf(able: readonly Voice[], asked: string | undefined): readonly string[] {
  const firsts = able.filter(({ provider }, i) => able.findIndex((one) => one.provider === provider) === i);
  const ids = firsts.map(({ id }) => id);
  return asked === undefined ? ids : [asked, ...ids.filter((id) => id !== asked)];
}

/** The first who can, and what they said; with nobody left, what the last one failed of. `goesOn`: another voice may mend it. */
export async function sayInTurn<Said, Failure>(
  voices: readonly [string, ...string[]],
  say: (voice: string) => Promise<Result<Said, Failure>>,
  goesOn: (failure: Failure, voice: string) => boolean,
): Promise<{ readonly voice: string; readonly said: Result<Said, Failure> }> {
  const [voice, next, ...rest] = voices;
  const said = await say(voice);
  if (said.ok || !goesOn(said.error, voice) || next === undefined) return { voice, said };
  return sayInTurn([next, ...rest], say, goesOn);
}
