import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { tone } from '../caller/media/audio-source.ts';
import { SipCaller } from '../caller/sip-caller.ts';
import { ConsolePage } from './pages/console-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { startGallery } from './support/gallery.ts';
import { startInstance, type Instance } from './support/instance.ts';
import { launchOptions } from './support/launch-options.ts';

/**
 * `npm run pictures`: every screen at three widths in both themes. The product as it is, with real calls; what a healthy
 * machine does not show (no connection, no sound, nothing known yet), and a house full of people, on the scenes of the gallery.
 */
const folder = path.resolve('docs/pictures');
const widths = { wide: 1440, middle: 1024, narrow: 420 };
const onlyNarrow = { narrow: widths.narrow };

async function take(page: Page, name: string, sizes: Readonly<Record<string, number>> = widths): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [size, width] of Object.entries(sizes)) {
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

async function takeCalls(frontdesk: Instance, page: Page): Promise<void> {
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
  const chiara = await call(frontdesk, 'Chiara Bellini', '+390655550119');
  await mira.button('Answer', 'Chiara Bellini').press('Enter');
  await mira.held('Henrik Aas').waitFor();
  await mira.active('Chiara Bellini').waitFor();
  const ana = await call(frontdesk, 'Ana Kovač', '+38515550142');
  await mira.button('Answer', 'Ana Kovač').waitFor();
  await take(page, 'two-calls');
  await page.reload();
  await mira.button('Rejoin', 'Chiara Bellini').waitFor();
  await take(page, 'rejoin');
  for (const caller of [chiara, henrik, ana]) await caller.hangUp();
  await page.getByText('No call is with you').waitFor();
  const two = [
    await call(frontdesk, 'Ana Kovač', '+38515550142'),
    await call(frontdesk, 'Sofie Mertens', '+3235550166'),
  ];
  await mira.ringing('Sofie Mertens').waitFor();
  await take(page, 'ringing');
  await page.goto(`${frontdesk.url}/settings/keyboard`);
  await mira.button('Answer', 'Ana Kovač').waitFor();
  await take(page, 'ringing-on-another-page');
  await Promise.all([chiara, henrik, ana, ...two].map((caller) => caller.close()));
}

/** A caller nobody can take: the window of the reply, what they do, what they answer, and the list of answers. */
async function takeReplies(frontdesk: Instance, page: Page): Promise<void> {
  await page.goto(frontdesk.url);
  const ana = await call(frontdesk, 'Ana Kovač', '+38515550142');
  await page.getByRole('button', { name: 'Reply busy to Ana Kovač' }).press('Enter');
  await page.getByRole('radio', { name: /Call back soon/ }).waitFor();
  await take(page, 'reply');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await ana.answered(15_000);
  await ana.press('5');
  await page.getByText('pressed 5').waitFor();
  await ana.press('6505550184');
  await page.getByText('6505550184').waitFor();
  await take(page, 'reply-playing');
  await ana.press('#1');
  await page.getByText('Urgent: call').waitFor();
  await take(page, 'reply-answer');
  await page.getByRole('link', { name: /^Replies/ }).click();
  await page.getByText('Call back on').waitFor();
  await take(page, 'replies');
  await ana.close();
}

/** Calls to the outside, where people are simulated: one never answers, one is busy. */
async function takeOutgoing(frontdesk: Instance, page: Page): Promise<void> {
  await page.goto(frontdesk.url);
  const mira = new ConsolePage(page);
  await mira.expectReady();
  await page.keyboard.press('F9');
  await page.keyboard.type('650 555 0122');
  await page.getByRole('button', { name: 'Call +1 650 555 0122' }).waitFor();
  await take(page, 'dial');
  // On the way through the widths the field has lost the focus.
  await page.keyboard.press('F9');
  await page.keyboard.press('Enter');
  await mira.calling('+1 650 555 0122').getByText('Ringing there').and(page.locator('.here')).waitFor();
  await take(page, 'calling');
  await page.keyboard.press('F4');
  await mira.button('Dismiss', '+1 650 555 0122').press('Enter');
  await page.keyboard.press('F9');
  await page.keyboard.type('650 555 0111');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: /^Busy/ }).waitFor();
  await take(page, 'not-reached');
}

/** The pages beside the calls, as the administrator has them. */
const pages = {
  check: '/check',
  'settings-audio': '/settings/audio',
  'settings-templates': '/settings/templates',
  'settings-keyboard': '/settings/keyboard',
  'settings-notifications': '/settings/notifications',
  'settings-appearance': '/settings/appearance',
  'admin-users': '/admin/users',
  'admin-numbers': '/admin/numbers',
  'admin-hours': '/admin/hours',
  'admin-recording': '/admin/recording',
  'admin-audit': '/admin/audit',
  'call-back': '/call-back',
  'call-back-all': '/call-back/all',
  'admin-health': '/admin/health',
};

async function takePages(frontdesk: Instance, page: Page): Promise<void> {
  const signIn = new SignInPage(page);
  await signIn.open(frontdesk.url);
  await signIn.signIn('tomas@nordkap.example');
  await new ConsolePage(page).expectReady();
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(`${frontdesk.url}${address}`);
    await page.getByRole('heading', { level: 1 }).and(page.locator(':visible')).first().waitFor();
    await page.waitForLoadState('networkidle');
    await take(page, name);
  }
}

const oneRecording = `/recordings/${'2'.padStart(32, '0')}`;
const scenes = {
  loading: { screen: 'loading' },
  disconnected: { screen: 'offline' },
  'sound-blocked': { screen: 'sound' },
  elsewhere: { screen: 'gone' },
  recordings: { screen: 'recordings', at: '/recordings' },
  recording: { screen: 'recordings', at: oneRecording },
};

async function takeScenes(page: Page): Promise<void> {
  const gallery = await startGallery();
  const show = async (scene: Readonly<Record<string, string>>): Promise<void> => {
    await page.goto(`${gallery.url}/?${new URLSearchParams(scene).toString()}`);
    await page.locator('[data-settled="true"]').waitFor();
  };
  for (const [name, scene] of Object.entries(scenes)) {
    await show(scene);
    await take(page, name);
  }
  // Wider windows have the people beside the calls.
  await show({ screen: 'call', at: '/people' });
  await take(page, 'people', onlyNarrow);
  await gallery.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions());
const desk = { permissions: ['microphone', 'notifications'], locale: 'en-GB', timezoneId: 'Europe/Zagreb' };
const context = await browser.newContext(desk);
await takeScenes(await context.newPage());
const frontdesk = await startInstance();
const page = await context.newPage();
await takeCalls(frontdesk, page);
await takeReplies(frontdesk, page);
await takeOutgoing(frontdesk, page);
await takePages(frontdesk, await (await browser.newContext(desk)).newPage());
await browser.close();
await frontdesk.dispose();
console.log(`pictures in ${folder}`);
