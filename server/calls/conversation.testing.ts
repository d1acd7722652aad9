import type { Recording } from '../../shared/recording/recording.ts';

/** A conversation of 2030-01-07 09:15 in Oslo. */
export const conversation = (changes: Partial<Recording> & Pick<Recording, 'id' | 'callId'>): Recording => ({
  version: 1,
  kind: 'call',
  queue: { id: 'main', name: 'Main number' },
  caller: { number: '+15550001111', name: 'Jane Caller', withheld: false },
  people: [{ userId: 'u-ana', name: 'ana' }],
  startedAt: Date.UTC(2030, 0, 7, 8, 15),
  lengthMs: 61_000,
  channels: 2,
  cut: false,
  marks: [{ id: 'a'.repeat(32), atMs: 400, kind: 'held', text: '' }],
  note: '',
  keepUntil: null,
  exempt: null,
  handled: null,
  transcript: 'off',
  ...changes,
});
