import { setTimeout as pause } from 'node:timers/promises';
import { CallerError } from '../../caller/caller-error.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import { onLoadRig, type LoadRig } from '../load/load-rig.ts';
import type { Span } from '../load/held-calls.ts';
import { partNames, parts, usageOf } from '../load/processes.ts';
import { seats } from '../load/seats.ts';
import { latency, type Line, type Row } from '../line.ts';
import { single } from '../statistics.ts';

const seconds = 10;
const rates = [10, 20];
/** Each call stands so long; no seat is called again before its last call is over. */
const talkMs = 500;
const settleMs = 1000;

/** Calls that are placed, answered and ended at a steady rate. */
export const rate: Row = {
  name: 'rate',
  measure: () =>
    onLoadRig(async (rig) => {
      const lines: Line[] = [];
      for (const perSecond of rates) lines.push(...(await sustain(rig, perSecond)));
      return lines;
    }),
};

async function sustain(rig: LoadRig, perSecond: number): Promise<readonly Line[]> {
  const before = usageOf(rig.pid);
  const begun = performance.now();
  const calls: Promise<Outcome>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await pause(Math.max(0, begun + (index * 1000) / perSecond - performance.now()));
    calls.push(oneCall(rig, index));
  }
  const placed = calls.length / ((performance.now() - begun) / 1000);
  const outcomes = await Promise.all(calls);
  await pause(settleMs);
  const spent = { before, after: usageOf(rig.pid) };
  const setUps = outcomes.flatMap((outcome) => ('tookMs' in outcome ? [outcome.tookMs] : []));
  const what = `at ${perSecond} calls a second`;
  const timed = setUps.length === 0 ? [] : [latency(`INVITE → 200 OK ${what}, consoles answer at once`, setUps, null)];
  return [
    failedLine(`failed ${what} for ${seconds} s`, outcomes, placed),
    ...timed,
    ...cpuLines(what, spent, calls.length),
  ];
}

/** A call that failed is a figure here, not a failure of the measurement. */
function failedLine(what: string, outcomes: readonly Outcome[], placed: number): Line {
  const reasons = outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []));
  const note = [...new Set(reasons)].map((reason) => `${reasons.filter((one) => one === reason).length} × ${reason}`);
  return {
    what,
    unit: 'calls',
    ...single(reasons.length, outcomes.length),
    budget: 0,
    more: { 'calls a second': placed },
    ...(note.length > 0 && { note: `Failed calls: ${note.join('; ')}.` }),
  };
}

const cpuLines = (what: string, { before, after }: Omit<Span, 'seconds'>, calls: number): readonly Line[] =>
  parts.map((part) => ({
    what: `${partNames[part]} CPU a call set up and ended ${what}`,
    unit: 'ms',
    ...single((after[part].cpuMs - before[part].cpuMs) / calls, calls),
    budget: null,
  }));

type Outcome = { readonly tookMs: number } | { readonly failure: string };

async function oneCall(rig: LoadRig, index: number): Promise<Outcome> {
  const { number } = seats[index % seats.length] ?? { number: '' };
  const caller = await SipCaller.open({ number: `+1650558${String(index).padStart(4, '0')}`, server: rig.sip });
  try {
    const dialled = await caller.dial(number);
    if (!dialled.ok) return { failure: dialled.error };
    await caller.answered();
    await pause(talkMs);
    await caller.hangUp();
    const at = (type: 'invited' | 'answered'): number =>
      caller.history.find((event) => event.type === type)?.at ?? Number.NaN;
    return { tookMs: at('answered') - at('invited') };
  } catch (error) {
    if (error instanceof CallerError) return { failure: error.message };
    throw error;
  } finally {
    await caller.close();
  }
}
