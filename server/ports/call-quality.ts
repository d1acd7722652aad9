/** `lost` is a share (0 to 1); the others are milliseconds and seconds. */
export type CallQuality = {
  readonly consoleId: string;
  readonly lost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number | null;
  readonly oneWaySeconds: number;
};

/** When it was kept, ms since the epoch: at a hold, or at the end. */
export type KeptQuality = CallQuality & { readonly at: number };
