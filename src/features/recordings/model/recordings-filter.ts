import type { RecordingKind } from '../../../../shared/recording/recording.ts';
import type { ApiRequest } from '../../../ports/server-link.ts';

export type WhenFilter = 'any' | 'today' | 'week' | 'month' | 'dates';
export type LengthFilter = 'any' | 'short' | 'middle' | 'long';
export type HandledFilter = 'any' | 'open' | 'done';

/** What the list is to be about. Dates are as a date field has them, `2026-11-20`, or empty. */
export type RecordingsFilter = {
  readonly kind: RecordingKind | 'all';
  readonly search: string;
  readonly when: WhenFilter;
  readonly fromDate: string;
  readonly toDate: string;
  readonly queueId: string;
  readonly userId: string;
  readonly length: LengthFilter;
  readonly handled: HandledFilter;
};

export const everything: RecordingsFilter = {
  kind: 'all',
  search: '',
  when: 'any',
  fromDate: '',
  toDate: '',
  queueId: '',
  userId: '',
  length: 'any',
  handled: 'any',
};

const dayMs = 86_400_000;
const minuteMs = 60_000;

const lengths: Readonly<Record<LengthFilter, { readonly shortest?: number; readonly longest?: number }>> = {
  any: {},
  short: { longest: minuteMs - 1 },
  middle: { shortest: minuteMs, longest: 10 * minuteMs },
  long: { shortest: 10 * minuteMs + 1 },
};

/** The question to the server; days begin and end where this computer is. */
export function queryOf(filter: RecordingsFilter, now: number): ApiRequest<'recordings'>['query'] {
  const search = filter.search.trim();
  return {
    ...timesOf(filter, now),
    ...lengths[filter.length],
    ...(filter.kind !== 'all' && { kind: filter.kind }),
    ...(search !== '' && { search }),
    ...(filter.queueId !== '' && { queueId: filter.queueId }),
    ...(filter.userId !== '' && { userId: filter.userId }),
    ...(filter.handled === 'open' && { handled: 'false' as const }),
    ...(filter.handled === 'done' && { handled: 'true' as const }),
  };
}

function timesOf({ when, fromDate, toDate }: RecordingsFilter, now: number): { from?: number; to?: number } {
  switch (when) {
    case 'any':
      return {};
    case 'today':
      return { from: startOfDay(now) };
    case 'week':
      return { from: startOfDay(now - 6 * dayMs) };
    case 'month':
      return { from: startOfDay(now - 29 * dayMs) };
    case 'dates':
      return {
        ...(fromDate !== '' && { from: dayOf(fromDate) }),
        // The whole of the last day belongs to it.
        ...(toDate !== '' && { to: startOfDay(dayOf(toDate) + 1.5 * dayMs) }),
      };
    default:
      return when satisfies never;
  }
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Midnight of that day here: a bare date would be midnight of Greenwich (ECMA-262, Date Time String Format). */
const dayOf = (date: string): number => Date.parse(`${date}T00:00`);

/** How many of the choices under the filter's button are made. */
export const chosenCount = ({ userId, length, handled }: RecordingsFilter): number =>
  [userId !== '', length !== 'any', handled !== 'any'].filter(Boolean).length;

export const isEverything = (filter: RecordingsFilter): boolean =>
  Object.entries(everything).every(([key, value]) => Object.entries(filter).some(([k, v]) => k === key && v === value));
