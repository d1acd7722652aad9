import type { Call } from './call.ts';
import type { CallEventType } from './call-event.ts';
import { moves } from './moves.ts';
import { isRecorded, legIsLost } from './steps.ts';

/** What a person may ask for, and the event that says it happened. */
export const eventOfCommand = {
  answer: 'answered',
  reject: 'declined',
  hangUp: 'ended',
  hold: 'heldByUs',
  resume: 'resumed',
  rejoin: 'rejoined',
  park: 'parked',
  retrieve: 'retrieved',
  consult: 'consultStarted',
  cancelConsult: 'consultCancelled',
  transfer: 'transferStarted',
  reply: 'replyStarted',
  sendToVoicemail: 'voicemailStarted',
  mute: 'muted',
  unmute: 'unmuted',
  startRecording: 'recordingStarted',
  pauseRecording: 'recordingPaused',
  resumeRecording: 'recordingResumed',
  stopRecording: 'recordingStopped',
  note: 'noted',
} as const satisfies Record<string, CallEventType>;

export type CallCommand = keyof typeof eventOfCommand;

/** Whom somebody may let leave a message: who waits, or is with them. */
const messageStates = ['queued', 'ringing', 'talking', 'held'] as const;

/** What the table cannot say of a command, because it depends on more than the state. */
const conditions: { readonly [Command in CallCommand]?: (call: Call) => boolean } = {
  // A number we dialled is answered out there.
  answer: (call) => call.state !== 'dialling',
  hold: (call) => call.state !== 'held' || call.by === 'them',
  resume: (call) => call.state === 'held' && call.by === 'us',
  rejoin: (call) => call.state === 'held' && call.by === 'legLost',
  // Whoever is in the reply menu can leave a message there.
  sendToVoicemail: (call) => call.direction === 'inbound' && messageStates.some((state) => state === call.state),
  consult: (call) => !legIsLost(call),
  mute: (call) => !call.muted && !legIsLost(call),
  unmute: (call) => call.muted,
  startRecording: (call) => !isRecorded(call),
  pauseRecording: (call) => call.recording === 'on',
  resumeRecording: (call) => call.recording === 'paused',
  stopRecording: isRecorded,
};

/** Whether a command makes sense for this call now, by the same table that judges the events. */
export function can(call: Call, command: CallCommand): boolean {
  return Object.hasOwn(moves[call.state], eventOfCommand[command]) && (conditions[command]?.(call) ?? true);
}
