import { expect, type BrowserContext, type Page } from '@playwright/test';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';

/** Gives every page of the context an ear for its own ringing tone. To be called before the first page is opened. */
const listenForRinging = (context: BrowserContext): Promise<unknown> => context.addInitScript(installRingEar);

/** Whether the window makes the ringing tone, or is in the pause of it. */
export const rings = ({ page }: ConsolePage): Promise<boolean> =>
  page.evaluate(() => Reflect.get(window, 'isRinging') === true);

/** One more window of the same browser, with the calls on it. */
export async function openWindow(context: BrowserContext, url: string): Promise<ConsolePage> {
  const console = new ConsolePage(await context.newPage());
  await console.page.goto(url);
  await console.expectReady();
  return console;
}

/** A person in several windows of one browser; the first has the telephone. */
export async function openWindows(
  context: BrowserContext,
  url: string,
  count: number,
): Promise<readonly ConsolePage[]> {
  await listenForRinging(context);
  const page = await context.newPage();
  const signInPage = new SignInPage(page);
  await signInPage.open(url);
  await signInPage.signIn('mira@nordkap.example');
  const windows = [new ConsolePage(page)];
  await windows[0]?.expectReady();
  while (windows.length < count) windows.push(await openWindow(context, url));
  return windows;
}

/** The window has this desk’s telephone, and it is registered. */
export async function expectHasPhone({ connection }: ConsolePage): Promise<void> {
  await expect(connection).toHaveText('Connected');
}

/** Its process dies in the middle of whatever it does, and tells nobody. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // Who has crashed does not answer.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

// Runs inside the page, so it must stand on its own. The tones of a ring begin each time anew; taking them off the
// volume they go through is how it ends.
function installRingEar(): void {
  Reflect.set(window, 'isRinging', false);
  const inherited = (prototype: object, name: string) => Object.getOwnPropertyDescriptor(prototype, name)?.value;
  const start = inherited(AudioScheduledSourceNode.prototype, 'start');
  const disconnect = inherited(AudioNode.prototype, 'disconnect');
  Object.defineProperty(OscillatorNode.prototype, 'start', {
    value: function ringing(this: OscillatorNode, ...at: readonly unknown[]): void {
      Reflect.set(window, 'isRinging', true);
      Reflect.apply(start, this, at);
    },
  });
  Object.defineProperty(GainNode.prototype, 'disconnect', {
    value: function silent(this: GainNode, ...from: readonly unknown[]): void {
      Reflect.set(window, 'isRinging', false);
      Reflect.apply(disconnect, this, from);
    },
  });
}
