import { expect, type Locator, type Page } from '@playwright/test';

type Section =
  | 'Users'
  | 'Numbers and routes'
  | 'Opening hours'
  | 'Recording and voicemail'
  | 'Audit log'
  | 'System health';

/** The administrator's pages. */
export class AdminPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(section: Section): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Admin' }).click();
    const sections = this.page.getByRole('navigation', { name: 'Administration' });
    await sections.getByRole('link', { name: section }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: section })).toBeVisible();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What has just been done, as the page says it. */
  async expectSaid(text: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: text })).toBeVisible();
  }

  async #press(opener: string, submit: string, fill: () => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name: opener, exact: true }).click();
    await fill();
    await this.dialog.getByRole('button', { name: submit, exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async addLine(name: string): Promise<void> {
    await this.open('Numbers and routes');
    await this.#press('Add line', 'Add line', () => this.dialog.getByLabel('Name of the line').fill(name));
    await this.expectSaid(`${name} is saved.`);
  }

  async addNumber(number: string, line: string): Promise<void> {
    await this.open('Numbers and routes');
    await this.#press('Add number', 'Add number', async () => {
      await this.dialog.getByLabel('Number').fill(number);
      await this.dialog.getByLabel('Leads to').selectOption(line);
    });
    await this.expectSaid(`Calls to ${number} are led to ${line} from now on.`);
  }

  /** Adds somebody with a password that is made for them; resolves to it. */
  async addUser(user: { name: string; email: string; extension: string; line: string }): Promise<string> {
    await this.open('Users');
    let password = '';
    await this.#press('Add user', 'Add user', async () => {
      await this.dialog.getByLabel('Name').fill(user.name);
      await this.dialog.getByLabel('E-mail').fill(user.email);
      await this.dialog.getByLabel('Extension').fill(user.extension);
      await this.dialog.getByLabel(user.line).check();
      await this.dialog.getByRole('button', { name: 'Generate' }).click();
      password = await this.dialog.getByLabel('Password').inputValue();
    });
    await this.expectSaid(`${user.name} can sign in now.`);
    return password;
  }

  async disable(name: string): Promise<void> {
    await this.open('Users');
    await this.#press(`Disable ${name}`, 'Disable', () => expect(this.dialog).toContainText(`${name} is signed out`));
    await this.expectSaid(`${name} is disabled and signed out.`);
  }
}
