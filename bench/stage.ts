import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tone } from '../caller/media/audio-source.ts';
import { SipCaller } from '../caller/sip-caller.ts';
import { ConsolePage } from '../e2e/pages/console-page.ts';
import { SignInPage } from '../e2e/pages/sign-in-page.ts';
import { startInstance, type Instance } from '../e2e/support/instance.ts';
import { launchOptions } from '../e2e/support/launch-options.ts';
import { closingAfter } from './interruption.ts';
import { installInPages } from './in-page/install.ts';

export const callerHz = 440;

type Who = 'mira' | 'ana' | 'ingrid';

/** A Frontdesk of its own, and a browser. */
export type Stage = {
  readonly instance: Instance;
  readonly browser: Browser;
  /** A browser profile of its own; with `like`, one with the cookies of another and an empty cache. */
  readonly openContext: (like?: BrowserContext) => Promise<BrowserContext>;
  /** Registered and ready to be rung, at the address of the server unless another leads there. */
  readonly signIn: (who: Who, url?: string) => Promise<ConsolePage>;
  /** Somebody with a number of their own who speaks a tone of 440 Hz. */
  readonly caller: (name: string) => Promise<SipCaller>;
};

export type StageOptions = { readonly env?: Readonly<Record<string, string>> };

/** What a receptionist has allowed. */
export const permissions = ['microphone', 'notifications', 'screen-wake-lock'];

let nextNumber = 0;
/** Far from the ranges of the end-to-end tests, which may run beside. */
const workerIndex = 3;

/** Does its work on a stage of its own, of which nothing is left afterwards. */
export async function onStage<Value>(options: StageOptions, work: (stage: Stage) => Promise<Value>): Promise<Value> {
  const instance = await startInstance({
    workerIndex,
    dataFolder: await newDataFolder(),
    env: { NODE_ENV: 'production', ...options.env },
  });
  return closingAfter(instance.dispose, async () => {
    const browser = await chromium.launch({ ...launchOptions(), handleSIGINT: false, handleSIGTERM: false });
    return closingAfter(
      () => browser.close(),
      () => work(stageOf(instance, browser)),
    );
  });
}

/** Passable for everybody: the database has an account of its own where we are root. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Signs somebody of the demo in; the page is left registered and ready to be rung. */
export async function signInAt(page: Page, who: Who, url: string): Promise<ConsolePage> {
  const signInPage = new SignInPage(page);
  await signInPage.open(url);
  await signInPage.signIn(`${who}@nordkap.example`);
  const console = new ConsolePage(page);
  await console.expectReady();
  return console;
}

function stageOf(instance: Instance, browser: Browser): Stage {
  const openContext = async (like?: BrowserContext): Promise<BrowserContext> => {
    const storage = like === undefined ? {} : { storageState: await like.storageState() };
    const context = await browser.newContext({ permissions, ...storage });
    await installInPages(context);
    return context;
  };
  return {
    instance,
    browser,
    openContext,
    signIn: async (who, url = instance.url) => {
      const page = await (await openContext()).newPage();
      return signInAt(page, who, url);
    },
    caller: async (name) => {
      nextNumber += 1;
      const number = `+1650556${String(nextNumber % 10_000).padStart(4, '0')}`;
      return SipCaller.open({ name, number, server: instance.sip, plays: tone(callerHz) });
    },
  };
}
