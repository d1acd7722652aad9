import { historyQuery, type HistoryFilter } from './history-filter.ts';
import type { WorkFilter } from './worklist-list.ts';

/** Where what is shown can be had as CSV: the very rows, with the very filter. */
export function exportAddress(view: WorkFilter['view'] | 'all', list: WorkFilter, history: HistoryFilter): string {
  if (view === 'all') return withQuery('/api/v1/calls.csv', historyQuery(history));
  const { search, queueId } = list;
  return withQuery('/api/v1/worklist.csv', {
    view,
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(queueId !== '' && { queueId }),
  });
}

function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const written = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return written === '' ? path : `${path}?${written}`;
}
