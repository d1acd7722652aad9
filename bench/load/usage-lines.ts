import type { Line } from '../line.ts';
import { single } from '../statistics.ts';
import type { HeldCalls, Span } from './held-calls.ts';
import { partNames, parts, type Part } from './processes.ts';

const cpuMsOf = ({ before, after }: Span, part: Part): number => after[part].cpuMs - before[part].cpuMs;

const shareOfCore = (span: Span, part: Part): number => cpuMsOf(span, part) / span.seconds / 10;

const megabytes = (bytes: number): number => bytes / 1e6;

/** Memory, with a second figure where pages are shared between a part's processes and would be counted several times. */
function memoryOf({ after }: Span, part: Part): Readonly<Record<string, number>> {
  const rss = { 'MB RSS': megabytes(after[part].rss) };
  return part === 'database' ? { ...rss, 'MB PSS': megabytes(after[part].pss) } : rss;
}

/** Each part's CPU while so many calls were held. */
export function heldLines(what: string, calls: number, span: Span, note?: string): readonly Line[] {
  return parts.map((part) => ({
    what: `${what}: ${partNames[part]}`,
    unit: 'ms CPU per call-second',
    ...single(cpuMsOf(span, part) / span.seconds / calls, calls),
    budget: null,
    more: { '% of a core': shareOfCore(span, part), ...memoryOf(span, part) },
    ...(note !== undefined && { note }),
  }));
}

/** Each part's CPU while there was no call. */
export function idleLines(what: string, span: Span): readonly Line[] {
  return parts.map((part) => ({
    what: `${what}: ${partNames[part]}`,
    unit: '% of a core',
    ...single(shareOfCore(span, part), 1),
    budget: null,
    more: memoryOf(span, part),
  }));
}

/** What a call costs beside Asterisk, over its whole life. */
export function perCallLine(calls: number, { life, callSeconds }: HeldCalls): Line {
  const ours = parts.filter((part) => part !== 'asterisk');
  const cpuMs = ours.map((part) => cpuMsOf(life, part)).reduce((sum, ms) => sum + ms, 0);
  return {
    what: `CPU a call besides Asterisk's, ${calls} calls`,
    unit: '% of a core',
    ...single(cpuMs / callSeconds / 10, calls),
    budget: 1,
    note: 'Server, database and guardians from before the first ring to after the last hang-up, idle cost included, by the seconds the calls stood answered.',
    more: { 'ms CPU a call': cpuMs / calls },
  };
}

/** What Asterisk and the server use more for each call while it is recorded. */
export function recordingCostLine(calls: number, plain: Span, recorded: Span): Line {
  const using = (span: Span): number => shareOfCore(span, 'asterisk') + shareOfCore(span, 'server');
  return {
    what: `Recording a call, ${calls === 1 ? '1 call' : `${calls} calls`}`,
    unit: '% of a core',
    ...single((using(recorded) - using(plain)) / calls, calls),
    budget: null,
    note: 'Asterisk and the server while calls are held, recorded less unrecorded in the same run, by the number of calls. Plain RTP on both sides; all heard in both directions.',
    more: { '% of a core, unrecorded': using(plain), '% of a core, recorded': using(recorded) },
  };
}
