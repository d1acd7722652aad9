import { setTimeout as pause } from 'node:timers/promises';
import { rightNow } from '../clock.ts';
import { closingAfter } from '../interruption.ts';
import { latency, type Line, type Row } from '../line.ts';
import { openProxy, type Proxy } from '../proxy.ts';
import { onStage } from '../stage.ts';

/** Half-open connections take many seconds each to be found, so a few must do. */
const halfOpenSamples = 5;
/** A cut meets a connection at rest. */
const cutRestMs = 1000;
/** The page judges a connection by the keep-alives (one in 3 s) it has seen answered: the first must be. */
const halfOpenRestMs = 4000;
/** So that losses fall into any moment between two keep-alives. */
const spreadMs = 3000;

type Cut = { readonly found: number; readonly registered: number };

/** From the loss of the telephone's socket to being registered again, through a relay that loses it. */
export const reconnect: Row = {
  name: 'reconnect',
  measure: async ({ n }) => {
    const proxy = await openProxy();
    return closingAfter(proxy.close, () =>
      onStage({ env: { FRONTDESK_ORIGIN: proxy.origin } }, async (stage) => {
        proxy.leadTo(Number(new URL(stage.instance.url).port));
        await stage.signIn('mira', proxy.origin);
        return [...(await socketLines(proxy, n)), ...(await halfOpenLines(proxy))];
      }),
    );
  },
};

async function socketLines(proxy: Proxy, n: number): Promise<readonly Line[]> {
  const cutSocket = (): void => {
    if (proxy.cut('/sip') !== 1) throw new Error('the page has not exactly one telephone socket');
  };
  const cuts = await samplesOf(n, proxy, cutSocket, () => cutRestMs);
  return [
    latency(
      'socket killed → registered again',
      cuts.map(({ registered }) => registered),
      1000,
    ),
  ];
}

async function halfOpenLines(proxy: Proxy): Promise<readonly Line[]> {
  const cuts = await samplesOf(halfOpenSamples, proxy, proxy.swallow, () => halfOpenRestMs + Math.random() * spreadMs);
  const note = `A half-open connection takes seconds to be found, so n is ${halfOpenSamples} and the p95 is the worst.`;
  return [
    {
      ...latency(
        'half-open → found',
        cuts.map(({ found }) => found),
        10_000,
      ),
      note,
    },
    {
      ...latency(
        'half-open → registered again',
        cuts.map(({ registered }) => registered),
        null,
      ),
      note,
    },
  ];
}

async function samplesOf(count: number, proxy: Proxy, lose: () => void, restMs: () => number): Promise<readonly Cut[]> {
  const samples: Cut[] = [];
  for (let taken = 0; taken < count; taken += 1) samples.push(await sample(proxy, lose, restMs()));
  return samples;
}

/** The page tells a person of a cut only when it lasts, so what the page does is looked at where it passes. */
async function sample(proxy: Proxy, lose: () => void, restMs: number): Promise<Cut> {
  await pause(restMs);
  const [found, registered] = [proxy.opened('/sip'), proxy.said(acceptsRegistration)];
  const lost = rightNow();
  lose();
  const [foundAt, registeredAt] = await Promise.all([found, registered]);
  return { found: foundAt - lost, registered: registeredAt - lost };
}

const acceptsRegistration = (text: string): boolean =>
  text.includes('SIP/2.0 200 ') && /CSeq: \d+ REGISTER/i.test(text);
