const pausesMs = [2_000, 10_000, 60_000, 300_000, 900_000] as const;

/** Until what could not be kept is tried again; the last pause stands for all that follow. */
export const retryPauseMs = (tries: number): number => pausesMs[tries] ?? pausesMs[4];
