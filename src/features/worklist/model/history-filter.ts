import { callEndingSchema } from '../../../../shared/protocol/call-filter.ts';

export const historyEnds = callEndingSchema.options;
export type HistoryEnd = (typeof historyEnds)[number];

/** Which calls are wanted; empty: it does not matter. Days as a field for dates has them, on this computer's calendar. */
export type HistoryFilter = {
  readonly search: string;
  readonly queueId: string;
  readonly userId: string;
  readonly direction: 'inbound' | 'outbound' | '';
  readonly ended: HistoryEnd | '';
  readonly from: string;
  readonly to: string;
};

export const noFilter: HistoryFilter = {
  search: '',
  queueId: '',
  userId: '',
  direction: '',
  ended: '',
  from: '',
  to: '',
};

export const isFiltered = (filter: HistoryFilter): boolean => Object.values(filter).some((one) => one.trim() !== '');

/** What the server is asked: only what matters; whole days, by this computer's clock. */
export type HistoryQuery = {
  readonly search?: string;
  readonly queueId?: string;
  readonly userId?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly ending?: HistoryEnd;
  /** Milliseconds since the epoch: from this time on, and before that. */
  readonly from?: number;
  readonly to?: number;
};

export function historyQuery({ search, queueId, userId, direction, ended, from, to }: HistoryFilter): HistoryQuery {
  const words = search.trim();
  const [first, end] = [dayOf(from, 0), dayOf(to, 1)];
  return {
    ...(words !== '' && { search: words }),
    ...(queueId !== '' && { queueId }),
    ...(userId !== '' && { userId }),
    ...(direction !== '' && { direction }),
    ...(ended !== '' && { ending: ended }),
    ...(first !== null && { from: first }),
    ...(end !== null && { to: end }),
  };
}

/** The beginning of a day (`2026-11-26`), or of the one `after` days later, in ms since the epoch; null: it is no day. */
function dayOf(day: string, after: number): number | null {
  const parts = /^(\d{4,})-(\d{2})-(\d{2})$/.exec(day);
  if (parts === null) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after).getTime();
}
