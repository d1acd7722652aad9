import type { Recording } from '../../shared/recording/recording.ts';
import { endingOf } from './ending-of.ts';

/** What its name in the audit log is made of. */
export type NamedRecording = Pick<Recording, 'kind' | 'caller' | 'startedAt' | 'lengthMs'>;

/** How the audit log names a recording, also when it is gone: `voicemail of Jane Caller, 2026-11-26 14:32 UTC, 0:21`. */
export function aboutRecording({ kind, caller, startedAt, lengthMs }: NamedRecording): string {
  const who = caller.name ?? (caller.number === null ? 'a withheld number' : endingOf(caller.number));
  const when = `${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `${kind === 'call' ? 'call with' : 'voicemail of'} ${who}, ${when}, ${clockOf(lengthMs)}`;
}

/** `1:04:09`, `4:32`. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
