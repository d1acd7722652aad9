import { expect, test as base, type BrowserContext } from '@playwright/test';
import { tone } from '../../caller/media/audio-source.ts';
import type { CallerOptions } from '../../caller/caller-options.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import { ConsolePage } from '../pages/console-page.ts';
import { ReplyDesk } from '../pages/reply-desk.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { startInstance, type Instance } from './instance.ts';
import { lastOfPbxLog } from './engines.ts';
import { describePeers, rememberPeers } from './peers.ts';
import { expectNoCallLeft, expectNothingLeft, expectRest, standingOf } from './leftovers.ts';

export const callerHz = 440;
export { microphoneHz } from './microphone-file.ts';

type People = 'mira' | 'ana' | 'ingrid' | 'tomas';

type TestFixtures = {
  /** A receptionist in a browser of their own, registered. */
  readonly signIn: (who: People) => Promise<ConsolePage>;
  /** A browser of its own in which nobody has signed in. */
  readonly openBrowser: () => Promise<BrowserContext>;
  /** Somebody out there, with a number of their own, speaking a tone of 440 Hz; not calling yet. */
  readonly caller: (name: string, options?: Partial<CallerOptions>) => Promise<SipCaller>;
  /** Takes down what a test set up, and fails a test that leaves anything behind. */
  readonly atTheEnd: (what: 'caller' | 'browser', close: () => Promise<unknown>) => void;
};

let nextNumber = 0;

export const test = base.extend<TestFixtures, { readonly frontdesk: Instance }>({
  frontdesk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use, { workerIndex }) => {
      const instance = await startInstance({ workerIndex });
      const standing = await standingOf(instance);
      try {
        await use(instance);
        await expectRest(instance, standing);
      } finally {
        await instance.dispose();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  openBrowser: async ({ browser, contextOptions, frontdesk, atTheEnd }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      await rememberPeers(context);
      contexts.push(context);
      const broken: string[] = [];
      context.on('weberror', (error) => void broken.push(String(error.error())));
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) broken.push(message.text());
      });
      atTheEnd('browser', async () => {
        await context.close();
        expect(broken, 'the page threw or broke its content security policy').toEqual([]);
      });
      return context;
    });
    if (testInfo.status === testInfo.expectedStatus) return;
    const peers = await Promise.all(contexts.map(describePeers));
    process.stdout.write(['The audio of the pages when the test failed:', ...peers.flat(), ''].join('\n  '));
    process.stdout.write(['The last words of the PBX:', ...(await lastOfPbxLog(frontdesk)), ''].join('\n  '));
  },

  signIn: async ({ openBrowser, frontdesk }, use) => {
    let isFirst = true;
    await use(async (who) => {
      const page = await (await openBrowser()).newPage();
      const signInPage = new SignInPage(page);
      await signInPage.open(frontdesk.url);
      await signInPage.signIn(`${who}@nordkap.example`);
      const console = new ConsolePage(page);
      await console.expectReady();
      // What the tests before left to be dealt with would stand in front of what is looked for.
      if (isFirst) await new ReplyDesk(console).dealWithAll();
      isFirst = false;
      return console;
    });
  },

  caller: async ({ frontdesk, atTheEnd }, use) => {
    await use(async (name, options = {}) => {
      nextNumber += 1;
      const number = `+1650555${String(process.pid % 100).padStart(2, '0')}${String(nextNumber).padStart(2, '0')}`;
      const caller = await SipCaller.open({ name, number, server: frontdesk.sip, plays: tone(callerHz), ...options });
      atTheEnd('caller', () => caller.close());
      return caller;
    });
  },

  atTheEnd: async ({ frontdesk }, use) => {
    const closers: Record<'caller' | 'browser', (() => Promise<unknown>)[]> = { caller: [], browser: [] };
    await use((what, close) => void closers[what].push(close));
    // Callers first: a browser that goes while it is being cancelled answers no more, and SIP waits 32 s for it.
    await Promise.all(closers.caller.map((close) => close()));
    await expectNoCallLeft(frontdesk);
    await Promise.all(closers.browser.map((close) => close()));
    await expectNothingLeft(frontdesk);
  },
});

export { expect } from '@playwright/test';
