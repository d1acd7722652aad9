import { expect, type Locator, type Page } from '@playwright/test';
import { readWav } from '../../caller/media/wav.ts';
import type { ConsolePage } from './console-page.ts';

/** What a receptionist does with replies, and sees of them. */
export class ReplyDesk {
  readonly console: ConsolePage;
  readonly page: Page;

  constructor(console: ConsolePage) {
    this.console = console;
    this.page = console.page;
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name: `Reply to ${name}` });
  }

  /** The card of a caller who hears a reply. */
  playing(name: string): Locator {
    return this.page.getByRole('article', { name: new RegExp(`^Reply playing, ${name}`) });
  }

  get notices(): Locator {
    return this.page.getByRole('region', { name: 'Answers of callers' }).getByRole('article');
  }

  notice(name: string): Locator {
    return this.notices.filter({ hasText: name });
  }

  /** The line of a caller in the list of replies. */
  listed(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Replies from callers' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  /** Opens the window of a reply to a ringing caller, and writes it. */
  async write(name: string, text: string): Promise<void> {
    // By key: a press of the mouse is ignored for a moment where something has just come.
    await this.console
      .ringing(name)
      .getByRole('button', { name: `Reply busy to ${name}` })
      .press('Enter');
    const message = this.dialog(name).getByRole('textbox', { name: 'Message, read aloud to the caller' });
    // Where nothing was written yet a template comes from the server: not in the middle of what is written.
    await expect(message).not.toHaveValue('');
    await message.fill(text);
    await expect(this.sendButton(name)).toBeEnabled();
  }

  sendButton(name: string): Locator {
    return this.dialog(name).getByRole('button', { name: 'Send reply' });
  }

  async reply(name: string, text: string): Promise<void> {
    await this.write(name, text);
    await this.sendButton(name).click();
    await expect(this.dialog(name)).toBeHidden();
    await expect(this.playing(name)).toBeVisible();
  }

  /** The same without the window, for callers whose answer is what is looked at. */
  async replyUnseen(name: string, text: string): Promise<void> {
    const callId = await this.console.ringing(name).getAttribute('data-call');
    const sent = await this.#post(`calls/${callId}/reply`, { text });
    expect(sent.status(), await sent.text()).toBe(201);
    await expect(this.playing(name)).toBeVisible();
  }

  /** The very sound that may be listened to before it is sent: 8 kHz, 16 bit. */
  async spoken(text: string): Promise<Int16Array> {
    const preview = await this.#post('speech/preview', { text });
    expect(preview.status()).toBe(200);
    const sound = readWav(await preview.body());
    if (!sound.ok) throw new Error(`the preview is no sound: ${sound.error}`);
    return sound.value;
  }

  async dismiss(name: string): Promise<void> {
    await this.notice(name)
      .getByRole('button', { name: `Dismiss the answer of ${name}` })
      .press('Enter');
    await expect(this.notice(name)).toBeHidden();
  }

  /** Every reply is dealt with, whoever left it: the corner is empty. */
  async dealWithAll(): Promise<void> {
    const open = await this.page.request.get(this.#url('replies?state=open&limit=200'));
    const { replies }: { readonly replies: readonly { readonly id: string }[] } = await open.json();
    await Promise.all(replies.map(({ id }) => this.#post(`replies/${id}/handle`)));
    await expect(this.notices).toHaveCount(0);
  }

  #post(path: string, data?: object) {
    return this.page.request.post(this.#url(path), data === undefined ? {} : { data });
  }

  #url(path: string): string {
    return new URL(`/api/v1/${path}`, this.page.url()).href;
  }
}
