import { answersAfter } from '../../caller/answer-policy.ts';
import { FarEnd } from '../../caller/far-end.ts';
import { tone } from '../../caller/media/audio-source.ts';
import { test as base } from './fixtures.ts';
import { startInstance, type Instance } from './instance.ts';

/** What somebody out there says who answers a call of ours. */
export const farEndHz = 620;

type WorkerFixtures = { readonly farEnd: FarEnd; readonly frontdesk: Instance };

/**
 * A Frontdesk that can call out, and the outside world: everybody it can reach. Nobody has a number until a test gives
 * them one; use numbers that no other test uses.
 */
export const test = base.extend<object, WorkerFixtures>({
  farEnd: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const farEnd = await FarEnd.open();
      await use(farEnd);
      await farEnd.close();
    },
    { scope: 'worker' },
  ],

  frontdesk: [
    async ({ farEnd }, use, { workerIndex }) => {
      const instance = await startInstance({ workerIndex, env: outgoingEnv(farEnd) });
      await use(instance);
      await instance.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** For an instance that a test starts itself. Manitoba (+1 204) may not be called, so that somebody may not. */
export const outgoingEnv = (farEnd: FarEnd): Readonly<Record<string, string>> => ({
  FRONTDESK_TRUNK_CONTACT: farEnd.contact,
  FRONTDESK_OUTBOUND_ALLOW: '+1,+44,-+1204',
  FRONTDESK_OUTBOUND_PER_MINUTE: '600',
});

/** Somebody who answers, after a while if so wanted, and then makes a tone of 620 Hz. */
export const answering = (afterMs = 0) => ({ answers: answersAfter(afterMs), plays: tone(farEndHz) });

export { expect } from './fixtures.ts';
