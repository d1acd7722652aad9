/** Keys of the objects of a recording. */
export const soundKey = (recordingId: string, format: 'wav' | 'mp3'): string => `${recordingId}.${format}`;
export const peaksKey = (recordingId: string): string => `${recordingId}.peaks.json`;
