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
/** How often, and how far apart, it is listened before somebody hears nothing. */
const [soundLooks, soundLookMs] = [20, 100];

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
export async function holdCalls(
  rig: LoadRig,
  count: number,
  holdMs: number,
  which: 'number' | 'recordedNumber' = 'number',
): Promise<HeldCalls> {
  const [before, begun] = [usageOf(rig.pid), performance.now()];
  const callers: SipCaller[] = [];
  try {
    for (const seat of seats.slice(0, count)) {
      callers.push(await placeCall(rig, seat[which]));
      await pause(betweenMs);
    }
    await pause(settleMs);
    const held = await measureFor(rig.pid, holdMs);
    await expectSound(rig, callers);
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

/**
 * Looks again, for a moment: the processes have just been counted, which on a busy machine takes longer than what is listened to,
 * and meanwhile nobody here has read what came. Not at every packet: of a hundred telephones that alone fills a core.
 */
async function expectSound(rig: LoadRig, callers: readonly SipCaller[]): Promise<void> {
  let [deafCallers, deafConsoles] = [callers, rig.consoles.calls];
  const missing = callers.length - deafConsoles.length;
  for (let looks = 0; looks < soundLooks; looks += 1) {
    deafCallers = deafCallers.filter((caller) => !caller.hears(consoleHz));
    deafConsoles = deafConsoles.filter((call) => !call.hears(callerHz));
    if (deafCallers.length + deafConsoles.length + missing === 0) return;
    await pause(soundLookMs);
  }
  const deaf = `${deafCallers.length} callers and ${deafConsoles.length + missing} consoles hear nothing`;
  throw new Error(`of ${callers.length} calls ${deaf}`);
}

function secondsOf(caller: SipCaller): number {
  const at = (type: 'answered' | 'ended'): number =>
    caller.history.find((event) => event.type === type)?.at ?? Number.NaN;
  return (at('ended') - at('answered')) / 1000;
}
