import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { tone } from '../caller/media/audio-source.ts';
import { SipCaller } from '../caller/sip-caller.ts';
import { ConsolePage } from './pages/console-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { startInstance, type Instance } from './support/instance.ts';
import { launchOptions } from './support/launch-options.ts';

/** `npm run pictures`: the pictures of the README, taken of the product as it is, with real calls. */
const folder = path.resolve('docs/pictures');
const widths = { wide: 1440, middle: 1024, narrow: 420 };

async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: width === widths.narrow ? 800 : 900 });
      await page.screenshot({ path: path.join(folder, `${name}-${size}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize({ width: widths.wide, height: 900 });
}

async function call(frontdesk: Instance, name: string, number: string): Promise<SipCaller> {
  const caller = await SipCaller.open({ name, number, server: frontdesk.sip, plays: tone(440) });
  await caller.dial('5550100');
  await caller.ringing();
  return caller;
}

async function takeAll(frontdesk: Instance, page: Page): Promise<void> {
  const signIn = new SignInPage(page);
  await signIn.open(frontdesk.url);
  await take(page, 'sign-in');
  await signIn.signIn('mira@nordkap.example');
  const mira = new ConsolePage(page);
  await mira.expectReady();
  await take(page, 'quiet');
  const henrik = await call(frontdesk, 'Henrik Aas', '+4722550138');
  await mira.button('Answer', 'Henrik Aas').press('Enter');
  await henrik.answered();
  await take(page, 'on-call');
  await henrik.hangUp();
  await mira.button('Dismiss', 'Henrik Aas').click();
  const callers = [
    await call(frontdesk, 'Ana Kovač', '+38515550142'),
    await call(frontdesk, 'Chiara Bellini', '+390655550119'),
  ];
  await mira.ringing('Chiara Bellini').waitFor();
  await take(page, 'ringing');
  await Promise.all(callers.map((caller) => caller.close()));
  await henrik.close();
}

mkdirSync(folder, { recursive: true });
const frontdesk = await startInstance();
const browser = await chromium.launch(launchOptions());
const context = await browser.newContext({ permissions: ['microphone', 'notifications'] });
await takeAll(frontdesk, await context.newPage());
await browser.close();
await frontdesk.dispose();
console.log(`pictures in ${folder}`);
