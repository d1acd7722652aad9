import type { BrowserContext } from '@playwright/test';
import { ConsolePage } from '../pages/console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';

/** A receptionist at another address than the instance's own, as behind a proxy; registered. */
export async function signInAt(context: BrowserContext, origin: string, who: string): Promise<ConsolePage> {
  const page = await context.newPage();
  const signInPage = new SignInPage(page);
  await signInPage.open(origin);
  await signInPage.signIn(`${who}@nordkap.example`);
  const console = new ConsolePage(page);
  await console.expectReady();
  return console;
}
