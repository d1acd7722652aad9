import type { RecordingKind } from '../../shared/recording/recording.ts';

/** What a recording is, as far as the PBX keeps it: it must be known of a file whose server, or whose PBX, was killed. */
export type TrackFacts = {
  readonly kind: RecordingKind;
  readonly callId: string;
  readonly recordingId: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
};

/** Of a call the caller (`in`) and what they hear (`out`); of a voicemail the caller alone. */
export type TrackSide = 'in' | 'out';

const shape = /^(call|voicemail)-([0-9a-f]{32})-([0-9a-f]{32})-(\d{1,15})-(in|out)$/;

/** The name the PBX records under. */
export const trackName = ({ kind, callId, recordingId, startedAt }: TrackFacts, side: TrackSide): string =>
  `${kind}-${callId}-${recordingId}-${startedAt}-${side}`;

/** Null for what is not a track of ours. */
export function readTrackName(name: string): (TrackFacts & { readonly side: TrackSide }) | null {
  const [, kind, callId, recordingId, startedAt, side] = shape.exec(name) ?? [];
  if (callId === undefined || recordingId === undefined) return null;
  return {
    kind: kind === 'voicemail' ? 'voicemail' : 'call',
    callId,
    recordingId,
    startedAt: Number(startedAt),
    side: side === 'out' ? 'out' : 'in',
  };
}
