import type { Answer, Menu, MenuInput, MenuStep, PromptKey } from './menu.ts';
import { askForNumber, finishNumber, isNumber, keyDigit, readBack } from './key-number.ts';
import { again, enter, say, stay } from './menu-steps.ts';

/** What is shorter is no message: a breath, a click. */
export const shortestVoicemailMs = 1000;
/** Whoever has heard the message so often knows it. */
const mostHearings = 5;
/** A caller may press so many keys, and be silent so often, all in all. */
const mostInputs = 200;

/** The beginning: the message is spoken. `ownNumber` is what the network says of the caller, null when withheld. */
export function beginMenu(ownNumber: string | null): MenuStep {
  return enter(menuOf(ownNumber, 1), { phase: 'listening' }, say('message'));
}

/** Goes on with a caller who was in the menu when the server went down: the options are said again. */
export function resumeMenu(ownNumber: string | null, heard: number): MenuStep {
  return enter(menuOf(ownNumber, Math.max(1, heard)), { phase: 'choosing' }, say('options'));
}

/** Nobody can go on with the caller: they are told goodbye, wherever they are in the menu. */
export const dismissMenu = (menu: Menu): MenuStep =>
  menu.phase === 'over' ? stay(menu) : enter(menu, { phase: 'hearingGoodbye' }, say('goodbye'));

const menuOf = (ownNumber: string | null, heard: number): Menu => ({
  phase: 'choosing',
  ownNumber: ownNumber !== null && isNumber(ownNumber) ? ownNumber : null,
  heard,
  mistakes: 0,
  left: mostInputs,
  saying: false,
});

/** What an input makes of the menu. Pure; every order of inputs ends in `over`, and none is an error. */
export function takeInput(before: Menu, input: MenuInput): MenuStep {
  const menu = { ...before, left: before.left - 1 };
  if (before.phase === 'over') return stay(before);
  if (input.type === 'hungUp') return enter(menu, { phase: 'over' }, []);
  if (menu.left <= 0 && !isEnding(menu)) return enter(menu, { phase: 'hearingGoodbye' }, say('goodbye'));
  // A playback that does not report its end has ended by now.
  const silent = input.type === 'silent' && menu.saying;
  return silent || input.type === 'played' ? saidAll(menu) : takeAnother(menu, input);
}

const isEnding = ({ phase }: Menu): boolean => phase === 'hearingGoodbye' || phase === 'keeping';

/** Everything has been said. */
function saidAll(menu: Menu): MenuStep {
  const quiet = { ...menu, saying: false };
  switch (quiet.phase) {
    case 'listening':
      return enter(quiet, { phase: 'choosing' }, say('options'));
    case 'leavingVoicemail':
      return quiet.recording ? stay(quiet) : startRecording(quiet);
    case 'hearingGoodbye':
      return enter(quiet, { phase: 'over' }, null);
    case 'choosing':
    case 'keyingNumber':
    case 'confirmingNumber':
    case 'keeping':
    case 'over':
      return stay(quiet);
    default:
      return quiet satisfies never;
  }
}

function takeAnother(menu: Menu, input: Exclude<MenuInput, { readonly type: 'played' | 'hungUp' }>): MenuStep {
  switch (input.type) {
    case 'digit':
      return press(menu, input.digit);
    case 'silent':
      return waitedInVain(menu);
    case 'recorded':
      return menu.phase === 'leavingVoicemail' ? recorded(menu, input.lengthMs) : stay(menu);
    case 'kept':
      return menu.phase === 'keeping' ? thank(menu, menu.answer) : stay(menu);
    case 'notKept':
      return isToBeKept(menu) ? backToOptions(menu, 'notKept') : stay(menu);
    default:
      return input satisfies never;
  }
}

const isToBeKept = (menu: Menu): boolean =>
  menu.phase === 'keeping' || (menu.phase === 'leavingVoicemail' && menu.recording);

function press(menu: Menu, digit: string): MenuStep {
  switch (menu.phase) {
    case 'listening':
    case 'choosing':
      return choose(menu, digit);
    case 'keyingNumber':
      return keyDigit(menu, menu.digits, digit);
    case 'confirmingNumber':
      if (digit === '1') return keep(menu, { kind: 'urgent', number: menu.number });
      return digit === '2' ? askForNumber(menu) : again(menu, menu, readBack(menu.number, 'notAnOption'));
    case 'leavingVoicemail':
      // The key that ends a recording is heard by the PBX, which then reports the recording.
      return menu.recording ? stay(menu) : startRecording(menu);
    case 'keeping':
    case 'hearingGoodbye':
    case 'over':
      return stay(menu);
    default:
      return menu satisfies never;
  }
}

function choose(menu: Menu, digit: string): MenuStep {
  switch (digit) {
    case '1':
      if (menu.heard >= mostHearings) return backToOptions(menu);
      return enter({ ...menu, mistakes: 0, heard: menu.heard + 1 }, { phase: 'listening' }, say('message'));
    case '2':
      return enter({ ...menu, mistakes: 0 }, { phase: 'leavingVoicemail', recording: false }, say('voicemailGreeting'));
    case '3':
      return keep(menu, { kind: 'yes' });
    case '4':
      return keep(menu, { kind: 'no' });
    case '5':
      return askForNumber(menu);
    case '6':
      return enter(menu, { phase: 'hearingGoodbye' }, say('goodbye'));
    default:
      return backToOptions(menu, 'notAnOption');
  }
}

function waitedInVain(menu: Menu): MenuStep {
  switch (menu.phase) {
    case 'listening':
    case 'choosing':
      return backToOptions(menu);
    case 'keyingNumber':
      return finishNumber(menu, menu.digits);
    case 'confirmingNumber':
      return again(menu, menu, readBack(menu.number));
    case 'leavingVoicemail':
      return backToOptions(menu, 'voicemailEmpty');
    case 'keeping':
      return backToOptions(menu, 'notKept');
    case 'hearingGoodbye':
    case 'over':
      return enter(menu, { phase: 'over' }, null);
    default:
      return menu satisfies never;
  }
}

const backToOptions = (menu: Menu, ...first: readonly PromptKey[]): MenuStep =>
  again(menu, { phase: 'choosing' }, say(...first, 'options'));

const startRecording = (menu: Menu): MenuStep => ({
  ...enter(menu, { phase: 'leavingVoicemail', recording: true }, []),
  record: true,
});

const recorded = (menu: Menu, lengthMs: number): MenuStep =>
  lengthMs >= shortestVoicemailMs ? keep(menu, { kind: 'voicemail' }) : backToOptions(menu, 'voicemailEmpty');

const keep = (menu: Menu, answer: Answer): MenuStep => ({
  ...enter(menu, { phase: 'keeping', answer }, []),
  keep: answer,
});

const thanks: Readonly<Record<Answer['kind'], PromptKey>> = {
  yes: 'answerKept',
  no: 'answerKept',
  urgent: 'numberKept',
  voicemail: 'voicemailKept',
};

const thank = (menu: Menu, { kind }: Answer): MenuStep =>
  enter(menu, { phase: 'hearingGoodbye' }, say(thanks[kind], 'goodbye'));
