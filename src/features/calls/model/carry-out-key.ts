import type { Call } from '../../../../shared/call/call.ts';
import { can } from '../../../../shared/call/commands.ts';
import type { KeyCommand } from '../../../lib/keys/key-commands.ts';
import type { CommandStore } from './command-store.ts';
import { currentOf, isLost, longestHeld, type Lanes } from './lanes.ts';

/** What the keys ask of the calls. */
export const callCommands = [
  'answer',
  'reject',
  'replyBusy',
  'hangUp',
  'hold',
  'swap',
  'mute',
  'keypad',
  'pauseRecording',
  'note',
  'readOut',
  'previousCall',
  'nextCall',
] as const satisfies readonly KeyCommand[];
export type CallCommand = (typeof callCommands)[number];

export type KeyTargets = {
  readonly lanes: Lanes;
  /** The call F2 takes. */
  readonly selectedId: string | null;
  readonly commands: Pick<CommandStore, 'run' | 'store'>;
  readonly toggleKeypad: (callId: string) => void;
  readonly focusNote: (callId: string) => void;
  readonly replyTo: (callId: string) => void;
  /** False while commands are unavailable; a key does no more than its button could. */
  readonly canCommand: boolean;
  /** Whether this window has the telephone. */
  readonly hasPhone: boolean;
};

/** What a key asks of the calls. Hang up, hold and mute act on the call that is with you, never on one that rings. */
export function carryOutKey(
  command: Exclude<CallCommand, 'readOut' | 'previousCall' | 'nextCall'>,
  targets: KeyTargets,
): void {
  const { lanes, selectedId, commands, canCommand, hasPhone } = targets;
  const current = lanes.yours.find(({ state }) => state !== 'held');
  switch (command) {
    case 'answer':
      if (canCommand) answer(targets);
      return;
    case 'reject':
      if (canCommand && lanes.ringingHere.some(({ id }) => id === selectedId)) {
        void commands.run(selectedId ?? '', 'reject');
      }
      return;
    case 'replyBusy':
      if (canCommand && selectedId !== null) targets.replyTo(selectedId);
      return;
    case 'hangUp':
      if (canCommand && current !== undefined) void commands.run(current.id, 'hangUp');
      return;
    case 'hold':
    case 'swap':
      if (canCommand) holdOrResume(command, targets);
      return;
    case 'mute':
      // Where the telephone is it works while the server cannot be reached as well: the microphone is here.
      if ((!hasPhone && !canCommand) || current === undefined) return;
      // Nobody hears anything yet of whom we are calling.
      if (current.state !== 'dialling') void commands.run(current.id, isMuted(current, targets) ? 'unmute' : 'mute');
      return;
    case 'keypad':
      if (hasPhone && current?.state === 'talking') targets.toggleKeypad(current.id);
      return;
    case 'pauseRecording':
      return canCommand ? record(current, commands) : undefined;
    case 'note':
      return writeNote(targets);
    default:
      return command satisfies never;
  }
}

/** Pauses and goes on; a call that is not recorded is from now on. */
function record(call: Call | undefined, commands: KeyTargets['commands']): void {
  if (call === undefined) return;
  const command = (['pauseRecording', 'resumeRecording', 'startRecording'] as const).find((one) => can(call, one));
  if (command !== undefined) void commands.run(call.id, command);
}

/** The telephone knows, where it is; elsewhere the call says. */
const isMuted = ({ id, muted }: Call, { commands, hasPhone }: KeyTargets): boolean =>
  hasPhone ? (commands.store.getState()[id]?.muted ?? false) : muted;

function answer({ lanes, selectedId, commands }: KeyTargets): void {
  const lost = lanes.yours.find(isLost);
  // Whoever was cut off comes before whoever is new.
  if (lost === undefined) {
    if (selectedId !== null) void commands.run(selectedId, 'answer');
  } else void commands.run(lost.id, 'rejoin');
}

function writeNote({ lanes, focusNote }: KeyTargets): void {
  const noted = currentOf(lanes) ?? lanes.yours[0];
  if (noted !== undefined) focusNote(noted.id);
}

/** F8 holds what is on, and goes back to a held call when nothing is; Shift+F8 goes back whatever is on. */
function holdOrResume(command: 'hold' | 'swap', { lanes, commands }: KeyTargets): void {
  const current = currentOf(lanes);
  const held = longestHeld(lanes);
  if (command === 'hold' && current !== undefined) {
    if (can(current, 'hold')) void commands.run(current.id, 'hold');
  } else if (held !== undefined) void commands.run(held.id, 'resume');
}
