import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

type View = 'To call back' | 'All calls' | 'Mine' | 'Done today';

/** The callers to be called back and all calls, as one receptionist sees them. */
export class CallBackPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get link(): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Call back/ });
  }

  async open(view: View = 'To call back'): Promise<void> {
    await this.link.click();
    // What is pressed is the label: the radio button itself is not seen.
    await this.page.getByRole('radio', { name: new RegExp(`^${view}`) }).check({ force: true });
    const heading = view === 'All calls' ? 'All calls' : 'Calls to call back';
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  take(name: string): Locator {
    return this.page.getByRole('button', { name: `I’ll call ${name} back`, exact: true });
  }

  async callBack(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Call ${name} back`, exact: true }).click();
  }

  /** The latest call of that name, opened in the list of all calls. */
  async openStory(name: string): Promise<Locator> {
    await this.page
      .getByRole('button', { name: new RegExp(`^Story of the call of ${name}`) })
      .first()
      .click();
    return this.page.getByRole('complementary', { name: 'Story of the call' });
  }

  /** The lines of the file that Export gives. */
  async export(): Promise<readonly string[]> {
    const coming = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: 'Export as CSV' }).click();
    const file = await coming;
    return (await readFile(await file.path(), 'utf8')).split('\r\n').filter((line) => line !== '');
  }
}
