/** What a call's audio has come to by one moment; counts are of the whole call so far. */
export type LineSample = {
  /** Milliseconds by the clock of the browser's statistics; only differences mean anything. */
  readonly at: number;
  /** `ended`: unplugged or taken away; `muted`: the system or the headset gives no sound. Our own mute is neither. */
  readonly microphone: 'live' | 'ended' | 'muted';
  /** Packets. */
  readonly sent: number;
  readonly received: number;
  readonly lost: number;
  readonly jitterMs: number | null;
  readonly roundTripMs: number | null;
  /** What the far end last reported of ours (RFC 3550 §6.4); `lost` is the share since its report before, 0 to 1. */
  readonly report: { readonly at: number; readonly lost: number } | null;
  /** Checks of the path (RFC 7675), and answers to them. */
  readonly checksSent: number;
  readonly checksAnswered: number;
  /** How loud, 0 to 1, linear; null: not known. */
  readonly levelIn: number | null;
  readonly levelOut: number | null;
};
