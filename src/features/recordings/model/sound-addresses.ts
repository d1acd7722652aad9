type Format = 'mp3' | 'wav';

const addressOf = (id: string, query: Readonly<Record<string, string>>, share: string | null): string =>
  `/api/v1/recordings/${id}/sound?${new URLSearchParams({ ...query, ...(share !== null && { share }) }).toString()}`;

/** Where the sound is: MP3 is small and begins at once, WAV is there as soon as the recording is. */
export const soundAddresses = (id: string, share: string | null): readonly string[] =>
  (['mp3', 'wav'] as const).map((format) => addressOf(id, { format }, share));

/** Where it is to be had as a file. */
export const downloadAddress = (id: string, format: Format, share: string | null): string =>
  addressOf(id, { format, download: 'true' }, share);
