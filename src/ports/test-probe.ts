/** Measures the audio of a test call from both ends of it: what this desk sends, and what comes back. */
export interface TestProbe {
  /** What is to be heard just now. To be asked at least every 80 ms, or something is missed. */
  sample(): ProbeSample;
  measure(): Promise<ProbeMeasures>;
  /** Sends no more test tone and lets go of everything; the call goes on. */
  close(): void;
}

export type ProbeSample = {
  /** The highest the microphone reaches, 0 to 1. A real one is never quite 0, one that is muted at its source is. */
  readonly microphone: number;
  /** How loud the far end is (RMS), 0 to 1. */
  readonly heard: number;
  /** How loud the test tone comes back, in proportion to how loud it was sent: 1 is just as loud. */
  readonly tone: number;
};

/** As the WebRTC statistics have it; null: not known (yet). Loss is the share of packets, 0 to 1. */
export type ProbeMeasures = {
  readonly roundTripMs: number | null;
  readonly lostOut: number | null;
  readonly lostIn: number | null;
  readonly jitterMs: number | null;
  readonly path: ProbePath | null;
};

/** `relayed`: through a TURN server (RFC 8656). */
export type ProbePath = { readonly relayed: boolean; readonly protocol: 'udp' | 'tcp' };
