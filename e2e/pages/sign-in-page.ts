import { expect, type Page } from '@playwright/test';

export const demoPassword = 'frontdesk-demo';

/** The page before anybody has signed in. */
export class SignInPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.page.getByRole('heading', { name: 'Sign in to start your shift' })).toBeVisible();
  }

  async signIn(login: string, password: string = demoPassword): Promise<void> {
    await this.page.getByLabel('E-mail or extension').fill(login);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
}
