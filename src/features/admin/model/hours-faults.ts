import { areApart } from '../../../../shared/opening-hours/hours.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { spanOf, type ExceptionDraft, type HoursDraft, type SpanDraft } from './hours-draft.ts';

/** What is wrong, as sentences; null where nothing is. In the order of the days and of the exceptions. */
export type HoursFaults = {
  readonly week: readonly (string | null)[];
  readonly exceptions: readonly (string | null)[];
};

const texts = strings.admin.hours;

export const faultsOfHours = (draft: HoursDraft): HoursFaults => ({
  week: draft.week.map((spans) => (draft.always ? null : faultOfSpans(spans))),
  exceptions: draft.exceptions.map((exception, place) => faultOfException(exception, place, draft.exceptions)),
});

export const areFaultless = ({ week, exceptions }: HoursFaults): boolean =>
  [...week, ...exceptions].every((fault) => fault === null);

function faultOfSpans(drafts: readonly SpanDraft[]): string | null {
  const spans = drafts.map(spanOf).filter((span) => span !== null);
  if (spans.length < drafts.length) return texts.missingTime;
  if (spans.some(({ from, to }) => from >= to)) return texts.backwards;
  return areApart(spans) ? null : texts.overlap;
}

function faultOfException(
  { from, to, spans }: ExceptionDraft,
  place: number,
  all: readonly ExceptionDraft[],
): string | null {
  if (from === '' || to === '') return texts.missingDay;
  if (to < from) return texts.daysBackwards;
  const sharesADay = all.some((other, at) => at < place && other.from <= to && from <= other.to);
  return sharesADay ? texts.sameDay : faultOfSpans(spans);
}
