import { setTimeout as pause } from 'node:timers/promises';
import { tone } from '../../caller/media/audio-source.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import { callerHz } from '../stage.ts';
import { consoleHz, type LoadRig } from './load-rig.ts';
import { usageOf, type Usages } from './processes.ts';
import { seats } from './seats.ts';

/** Between two calls that are placed: calls come one by one. */
const betweenMs = 100;
/** After the last answer, before measuring begins; and after the last end, before it is over. */
const settleMs = 1000;

/** What was used between two moments. */
export type Span = { readonly before: Usages; readonly after: Usages; readonly seconds: number };
/** `held`: while all calls stood. `life`: from before the first to after the last, whose calls lasted `callSeconds` together. */
export type HeldCalls = { readonly held: Span; readonly life: Span; readonly callSeconds: number };

/** What is used in that time. */
export async function measureFor(serverPid: number, ms: number): Promise<Span> {
  const [before, begun] = [usageOf(serverPid), performance.now()];
  await pause(ms);
  return { before, after: usageOf(serverPid), seconds: (performance.now() - begun) / 1000 };
}

/** Has so many calls answered and held; throws when one is not, or when one side does not hear the other. */
export async function holdCalls(rig: LoadRig, count: number, holdMs: number): Promise<HeldCalls> {
  const [before, begun] = [usageOf(rig.pid), performance.now()];
  const callers: SipCaller[] = [];
  try {
    for (const seat of seats.slice(0, count)) {
      callers.push(await placeCall(rig, seat.number));
      await pause(betweenMs);
    }
    await pause(settleMs);
    const held = await measureFor(rig.pid, holdMs);
    expectSound(rig, callers);
    await Promise.all(callers.map((caller) => caller.hangUp()));
    await rig.consoles.until(() => rig.consoles.calls.length === 0, 10_000, 'end of all calls');
    await pause(settleMs);
    const life = { before, after: usageOf(rig.pid), seconds: (performance.now() - begun) / 1000 };
    return { held, life, callSeconds: callers.map(secondsOf).reduce((sum, seconds) => sum + seconds, 0) };
  } finally {
    await Promise.all(callers.map((caller) => caller.close()));
  }
}

async function placeCall(rig: LoadRig, number: string): Promise<SipCaller> {
  const ours = `+1650557${number.slice(-4)}`;
  const options = { number: ours, server: rig.sip, plays: tone(callerHz), keepSeconds: 2 };
  const caller = await SipCaller.open({ name: `Caller ${number}`, ...options });
  const dialled = await caller.dial(number);
  if (!dialled.ok) throw new Error(`could not dial: ${dialled.error}`);
  await caller.answered();
  return caller;
}

function expectSound(rig: LoadRig, callers: readonly SipCaller[]): void {
  const deafCallers = callers.filter((caller) => !caller.hears(consoleHz)).length;
  const hearing = rig.consoles.calls.filter((call) => call.hears(callerHz)).length;
  if (deafCallers === 0 && hearing === callers.length) return;
  throw new Error(
    `of ${callers.length} calls ${deafCallers} callers and ${callers.length - hearing} consoles hear nothing`,
  );
}

function secondsOf(caller: SipCaller): number {
  const at = (type: 'answered' | 'ended'): number =>
    caller.history.find((event) => event.type === type)?.at ?? Number.NaN;
  return (at('ended') - at('answered')) / 1000;
}
