import { setTimeout as pause } from 'node:timers/promises';
import type { SipCaller } from '../caller/sip-caller.ts';
import type { ConsolePage } from '../e2e/pages/console-page.ts';
import { clockAhead, sinceEpoch } from './clock.ts';

/** The demo's reception. */
export const mainNumber = '5550100';

/** No name is the beginning of another. */
export const callerName = (sample: number): string => `Caller ${String(sample).padStart(4, '0')}`;

/** Between two samples: what the last one left is stored, told and drawn. */
const restMs = 400;

/** Dials, and tells when the INVITE was sent (ms since the epoch). */
export async function dialAt(caller: SipCaller, number = mainNumber): Promise<number> {
  const dialled = await caller.dial(number);
  const sent = dialled.ok ? dialled.value.history.find(({ type }) => type === 'invited') : undefined;
  if (sent === undefined) throw new Error('the caller could not dial');
  return sinceEpoch(sent.at);
}

/** The moment in which a caller's call was answered (ms since the epoch). */
export function answeredAt(caller: SipCaller): number {
  const answered = caller.history.find(({ type }) => type === 'answered');
  if (answered === undefined) throw new Error('the call was not answered');
  return sinceEpoch(answered.at);
}

/** When the caller hears the first sound after that moment; both ms since the epoch. */
export async function soundAfter(caller: SipCaller, since: number): Promise<number> {
  const first = (): number | undefined => caller.firstSoundAfter(since - performance.timeOrigin);
  await caller.until(() => first() !== undefined, 10_000, 'sound');
  return sinceEpoch(first() ?? Number.NaN);
}

/** Clears the screens of what is said of a call that is over, so that each sample begins with the same empty screen. */
export async function clear(consoles: readonly ConsolePage[], name: string): Promise<void> {
  for (const console of consoles) {
    await console.button('Dismiss', name).click();
    await console.card(name).waitFor({ state: 'detached' });
  }
  await pause(restMs);
}

type Watched = {
  readonly label: string;
  readonly name: string;
  readonly shown: boolean;
  /** Whether the paint is waited for; a browser paints a window that lies behind another when it likes. */
  readonly painted: boolean;
};

/** Begins to watch inside the page; resolves when it does. `at` resolves to ms since the epoch by this process's clock. */
export async function watchCard(console: ConsolePage, card: Watched): Promise<{ readonly at: () => Promise<number> }> {
  const ahead = await clockAhead(console.page);
  const watch = await console.page.evaluateHandle(({ label, name, shown, painted }) => {
    const at = window.benchSee.card(label, name, shown);
    return { at: painted ? at.then(window.benchSee.painted) : at };
  }, card);
  return {
    at: async () => {
      const at = await watch.evaluate(({ at: seen }) => seen);
      await watch.dispose();
      return at - ahead;
    },
  };
}

/** Begins to watch for a card or notice with that text in it; `at` resolves to when it has been painted, as above. */
export async function watchText(console: ConsolePage, text: string): Promise<{ readonly at: () => Promise<number> }> {
  const ahead = await clockAhead(console.page);
  const watch = await console.page.evaluateHandle(
    (wanted) => ({ at: window.benchSee.text(wanted).then(window.benchSee.painted) }),
    text,
  );
  return {
    at: async () => {
      const at = await watch.evaluate(({ at: seen }) => seen);
      await watch.dispose();
      return at - ahead;
    },
  };
}
