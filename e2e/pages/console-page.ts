import { expect, type Locator, type Page } from '@playwright/test';
import { heardInPage } from '../support/page-audio.ts';

/** The console of one receptionist. */
export class ConsolePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Registered, with the microphone: can ring and be answered. */
  async expectReady(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Coming in' })).toBeVisible();
    await expect(this.connection).toHaveAttribute('data-connection', 'connected');
  }

  get connection(): Locator {
    return this.page.locator('[data-connection]');
  }

  /** Writes down every state of the connection from now on: one may be over before it could be asked for. */
  async watchConnection(): Promise<() => Promise<readonly string[]>> {
    await this.connection.evaluate((element) => {
      const seen: (string | undefined)[] = [];
      Reflect.set(window, 'seenConnections', seen);
      const note = (): unknown =>
        seen.push(document.querySelector<HTMLElement>('[data-connection]')?.dataset['connection']);
      new MutationObserver(note).observe(element.ownerDocument.body, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-connection'],
      });
    });
    return () =>
      this.page.evaluate((): readonly string[] => [...new Set<string>(Reflect.get(window, 'seenConnections'))]);
  }

  ringing(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^Ringing, .*${escaped(name)}`) });
  }

  active(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^On call with ${escaped(name)}`) });
  }

  calling(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^Calling ${escaped(name)}`) });
  }

  held(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^On hold, ${escaped(name)}`) });
  }

  /** Any card of that caller. */
  card(name: string): Locator {
    return this.page.getByRole('article').filter({ hasText: name });
  }

  button(does: 'Answer' | 'Reject' | 'Hang up' | 'Mute' | 'Unmute' | 'Rejoin' | 'Dismiss', name: string): Locator {
    return this.page.getByRole('button', { name: `${does} ${name}`, exact: true });
  }

  async answer(name: string): Promise<void> {
    await this.button('Answer', name).click();
    await expect(this.active(name)).toBeVisible();
  }

  /** Waits until the receptionist hears that tone, and nothing much beside it. */
  async expectHears(hz: number): Promise<void> {
    await expect
      .poll(async () => (await heardInPage(this.page, hz)).share, { message: `a tone of ${hz} Hz`, intervals: [100] })
      .toBeGreaterThan(0.8);
  }

  async expectHearsNothing(): Promise<void> {
    await expect
      .poll(async () => (await heardInPage(this.page, 440)).level, { message: 'silence', intervals: [100] })
      .toBeLessThan(0.001);
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
