import type { Menu, MenuStep, Phase, Prompt, PromptKey } from './menu.ts';

/** The third wrong key or silence in a row is the last. */
const mostMistakes = 3;

/** How long the menu waits for the caller, by what for. */
export const patienceMs = {
  /** A playback reports its end; this is for one that does not. */
  saying: 90_000,
  choosing: 6_000,
  firstDigit: 8_000,
  nextDigit: 5_000,
  /** A lone 1 is the caller's own number, or the beginning of another. */
  loneOne: 3_000,
  /** The PBX ends a recording after three minutes. */
  recording: 200_000,
  keeping: 20_000,
};

export const say = (...keys: readonly PromptKey[]): readonly Prompt[] => keys.map((key) => ({ key }));

/** Goes over into a phase and says something there, or with null leaves it at what is being said. */
export function enter(menu: Menu, phase: Phase, prompts: readonly Prompt[] | null): MenuStep {
  const { ownNumber, heard, mistakes, left } = menu;
  const saying = prompts === null ? menu.saying : prompts.length > 0;
  return { ...stay({ ...phase, ownNumber, heard, mistakes, left, saying }), say: prompts };
}

/** Nothing changes for the caller. */
export const stay = (menu: Menu): MenuStep => ({
  menu,
  say: null,
  record: false,
  keep: null,
  waitMs: menu.phase !== 'over' && menu.saying ? patienceMs.saying : waitOf(menu),
});

function waitOf(menu: Menu): number {
  switch (menu.phase) {
    case 'listening':
    case 'choosing':
    case 'confirmingNumber':
      return patienceMs.choosing;
    case 'keyingNumber':
      if (menu.digits === '') return patienceMs.firstDigit;
      return menu.digits === '1' && menu.ownNumber !== null ? patienceMs.loneOne : patienceMs.nextDigit;
    case 'leavingVoicemail':
      return patienceMs.recording;
    case 'keeping':
      return patienceMs.keeping;
    case 'hearingGoodbye':
      return patienceMs.choosing;
    case 'over':
      return 0;
    default:
      return menu satisfies never;
  }
}

/** Says it once more after a wrong key or a silence, or goodbye when that was one too many. */
export function again(menu: Menu, phase: Phase, prompts: readonly Prompt[]): MenuStep {
  const mistakes = menu.mistakes + 1;
  if (mistakes >= mostMistakes) return enter({ ...menu, mistakes }, { phase: 'hearingGoodbye' }, say('goodbye'));
  return enter({ ...menu, mistakes }, phase, prompts);
}
