import type { Mark, Peaks, Recording, Transcript, Word } from '../../../shared/recording/recording.ts';
import { people, queues } from './story.ts';
import { callers } from './scenes.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const mira = { userId: people.mira.userId, name: people.mira.name };
const ana = { userId: people.ana.userId, name: people.ana.name };
const ingrid = { userId: 'user-ingrid', name: 'Ingrid Solberg' };
const luka = { userId: 'user-luka', name: 'Luka Horvat' };

/** As long as the server's ids are. */
export const recordingIdOf = (place: number): string => place.toString(16).padStart(32, '0');

type More = Partial<Recording> & Pick<Recording, 'caller' | 'lengthMs'>;

const mark = (place: number, atMs: number, kind: Mark['kind'], text = ''): Mark => ({
  id: recordingIdOf(1000 + place),
  atMs,
  kind,
  text,
});

const marksOfFirst: readonly Mark[] = [
  mark(1, 2000, 'announced'),
  mark(2, 66_000, 'custom', 'Rate'),
  mark(3, 134_000, 'paused'),
  mark(4, 156_000, 'resumed'),
  mark(5, 211_000, 'transferred', 'Ingrid Solberg'),
];

const who = (caller: { readonly name?: string; readonly number: string }): Recording['caller'] => ({
  name: null,
  withheld: false,
  ...caller,
});

type Story = More & { readonly ago: number };

const voicemail = { kind: 'voicemail' } as const;

const ofToday: readonly Story[] = [
  { ...voicemail, ago: 15 * minuteMs, caller: who({ number: '+442079460301' }), lengthMs: 38_000 },
  {
    ago: 25 * minuteMs,
    caller: who(callers.henrik),
    queue: queues.sales,
    people: [mira, ingrid],
    lengthMs: 228_000,
    marks: marksOfFirst,
    note: 'Wants the rate for Oslo–Split, 2 × 40 ft.',
    transcript: 'ready',
  },
  { ago: 48 * minuteMs, caller: who(callers.jelena), queue: queues.sales, people: [luka], lengthMs: 362_000 },
  {
    ago: 66 * minuteMs,
    caller: who(callers.rijeka),
    queue: queues.service,
    people: [ana],
    lengthMs: 675_000,
    cut: true,
    transcript: 'pending',
  },
  { ...voicemail, ago: 94 * minuteMs, caller: who(callers.sofie), queue: queues.service, lengthMs: 76_000 },
];

const ofDaysBefore = (now: number): readonly Story[] => [
  {
    ago: dayMs - 7 * hourMs,
    caller: who(callers.chiara),
    queue: queues.service,
    lengthMs: 273_000,
    keepUntil: null,
    exempt: { at: now - hourMs, by: { userId: 'user-sven', name: 'Sven Dahl' } },
  },
  { ago: 3 * dayMs, caller: who(callers.anaKovac), people: [luka], lengthMs: 370_000, transcript: 'failed' },
  {
    ago: 3 * dayMs + hourMs,
    caller: who({ number: '+4940555017', name: 'Stefan Brandt' }),
    people: [ana],
    lengthMs: 161_000,
  },
  {
    ...voicemail,
    ago: 4 * dayMs,
    caller: who({ number: '+38521555019' }),
    queue: queues.service,
    lengthMs: 22_000,
    handled: { at: now - 4 * dayMs + hourMs, by: mira },
  },
  { ago: 4 * dayMs + 2 * hourMs, caller: { number: null, name: null, withheld: true }, lengthMs: 425_000 },
];

/** What a reception has of some days, the latest first, as of `now`. */
export const exampleRecordings = (now: number): readonly Recording[] =>
  [...ofToday, ...ofDaysBefore(now)].map(({ ago, kind = 'call', ...more }, index) => ({
    id: recordingIdOf(index + 1),
    version: 1,
    kind,
    callId: recordingIdOf(500 + index),
    queue: queues.main,
    people: kind === 'call' ? [mira] : [],
    startedAt: now - ago,
    channels: kind === 'call' ? 2 : 1,
    cut: false,
    marks: [],
    note: '',
    keepUntil: now - ago + (kind === 'call' ? 90 : 30) * dayMs,
    exempt: null,
    handled: null,
    transcript: 'off',
    ...more,
  }));

const tickMs = 500;

/** Caller and reception by turns; nobody where the recording was paused. */
export function examplePeaks({ lengthMs, channels, marks }: Recording): Peaks {
  const paused = marks.find(({ kind }) => kind === 'paused')?.atMs ?? Infinity;
  const resumed = marks.find(({ kind }) => kind === 'resumed')?.atMs ?? Infinity;
  const loud = (tick: number, seed: number): number =>
    Math.round(60 * Math.abs(Math.sin(tick * 1.3 + seed) * Math.cos(tick * 0.37 + seed * 2)) + 12);
  const ticks = Math.ceil(lengthMs / tickMs);
  const lane = (channel: number): readonly number[] =>
    Array.from({ length: ticks }, (_, tick) => {
      const at = tick * tickMs;
      const turn = tick % 100 < 55 ? 0 : 1;
      return turn === channel && (at < paused || at >= resumed) ? loud(tick, 1.2 + channel * 3) : 1;
    });
  return { tickMs, channels: Array.from({ length: channels }, (_, channel) => lane(channel)) };
}

const said: readonly (readonly [number, 0 | 1, string])[] = [
  [62_000, 0, 'Could you tell me the rate for Oslo to Split?'],
  [69_000, 1, 'For how many containers, please?'],
  [72_000, 0, 'Two of them, forty foot. We need it before Friday.'],
  [84_000, 1, 'I will connect you to Ingrid Solberg, she has the rates.'],
  [91_000, 0, 'Thank you. And the reference is four four seven one.'],
  [98_000, 1, 'Four four seven one, I have noted it.'],
  [105_000, 0, 'One more thing, the invoice address has changed.'],
  [109_000, 1, 'I will pass that to Petra Zima in accounts.'],
];

export function exampleTranscript(recordingId: string): Transcript {
  const wordMs = 320;
  const words = said.flatMap(([at, channel, text]) =>
    text.split(' ').map((word, index): Word => ({
      channel,
      fromMs: at + index * wordMs,
      toMs: at + (index + 1) * wordMs,
      text: word,
    })),
  );
  return { recordingId, provider: 'whisper.cpp', draft: true, language: 'en', words };
}
