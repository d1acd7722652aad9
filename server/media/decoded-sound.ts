/** Sound of any rate in one channel, -1 to 1. */
export type DecodedSound = { readonly sampleRate: number; readonly samples: Float32Array };

/** What a file may be of: anything else is no recording of a voice. */
export const acceptedRates = { lowest: 4000, highest: 192_000 } as const;
export const mostChannels = 8;
