import type { Mark, Recording } from '../../../../shared/recording/recording.ts';
import { clockFace } from '../../../lib/duration.ts';
import { dateTimeFormat, listOf } from '../../../lib/locale.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { looksLikeNumber } from '../../../lib/read-number.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { inOrder, pausedSpans } from './paused-spans.ts';

/** Turns a number as the network sent it into what a person reads. */
export type FormatNumber = (number: string) => string;

const texts = strings.recordings;

/** How the caller is called on the screen: by name, else by number, else by what we know. */
export function nameOf({ caller }: Pick<Recording, 'caller'>, format: FormatNumber): string {
  if (caller.withheld) return strings.calls.withheld;
  return caller.name ?? (caller.number === null ? strings.calls.unknownCaller : format(caller.number));
}

export const queueOf = ({ queue }: Pick<Recording, 'queue'>): string => queue?.name ?? strings.calls.mainLine;

/** Who of ours talked, or that it is a message. */
export function whoOf({ kind, people }: Pick<Recording, 'kind' | 'people'>): string {
  if (kind === 'voicemail') return texts.kind.voicemail;
  return people.length === 0 ? texts.nobody : listOf(people.map(({ name }) => name));
}

/** Where the caller can be called back; null: nobody knows. */
export function callBackNumber({ caller }: Pick<Recording, 'caller'>): string | null {
  const { number, withheld } = caller;
  return !withheld && number !== null && looksLikeNumber(number) ? number : null;
}

const dayMs = 86_400_000;

/** `Today 10:21`, `Yesterday 17:20`, `Tue 17 Nov 09:05`, and the year where it is another one. */
export function whenOf(at: number, now: number): string {
  const time = timeOfDay(at);
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return fill(texts.today, { time });
  if (day === new Date(now - dayMs).toDateString()) return fill(texts.yesterday, { time });
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const format = dateTimeFormat(isThisYear ? parts : { ...parts, year: 'numeric' });
  return fill(texts.dayAt, { day: format.format(at).replace(',', ''), time });
}

export const dateOf = (at: number): string =>
  dateTimeFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** The line under the name: `Sales, today 10:21, taken by Mira Petrović, sent to Ingrid Solberg`. */
export function sublineOf(recording: Recording, now: number): string {
  const { kind, people, startedAt } = recording;
  const when = whenOf(startedAt, now);
  const begins = when.charAt(0).toLowerCase() + when.slice(1);
  const isDay = begins.startsWith('today') || begins.startsWith('yesterday');
  const where = fill(texts.where, { queue: queueOf(recording), when: isDay ? begins : when });
  const [first, ...others] = people;
  if (kind === 'voicemail') return [where, texts.voicemailLeft].join(', ');
  const took = first === undefined ? [] : [fill(texts.takenBy, { who: first.name })];
  const sent = others.length === 0 ? [] : [fill(texts.sentTo, { who: listOf(others.map(({ name }) => name)) })];
  return [where, ...took, ...sent].join(', ');
}

/** What a mark stands for: its own words, or what happened, and to whom. */
export function markWords({ kind, text }: Pick<Mark, 'kind' | 'text'>): string {
  if (kind === 'custom') return text === '' ? texts.marks.custom : text;
  return text === '' ? texts.marks[kind] : fill(texts.markWith, { what: texts.marks[kind], text });
}

/** What the caller was told, and what they were spared. */
export function consentOf(recording: Recording): string {
  if (recording.kind === 'voicemail') return texts.leftByCaller;
  const announced = inOrder(recording.marks).find(({ kind }) => kind === 'announced');
  const told =
    announced === undefined ? texts.notAnnounced : fill(texts.announcedAt, { time: clockFace(announced.atMs) });
  const pauses = pausedSpans(recording).map(({ fromMs, toMs }) =>
    toMs >= recording.lengthMs
      ? fill(texts.pausedToEnd, { from: clockFace(fromMs) })
      : fill(texts.pausedFromTo, { from: clockFace(fromMs), to: clockFace(toMs) }),
  );
  return [told, ...pauses].join(' ');
}

/** Said when somebody has left a message. */
export function spokenVoicemail({ caller, lengthMs }: Recording): string {
  const name = (caller.withheld ? null : caller.name) ?? strings.calls.unknownNumber;
  return fill(texts.spokenVoicemail, { name, length: clockFace(lengthMs) });
}
