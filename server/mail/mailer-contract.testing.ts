import { describe, expect, it } from 'vitest';
import type { Mail, Mailer } from '../ports/mailer.ts';

/** A mailer, and what comes of what it is given. */
export type MailerRig = {
  readonly mailer: Mailer;
  /** As the recipient reads it. */
  readonly received: () => readonly Mail[];
  /** From now on nothing is taken for this address. */
  readonly refuse: (address: string) => void;
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const aMail: Mail = {
  id: 'a'.repeat(32),
  to: 'front@example.com',
  subject: 'Voicemail from Jane Caller',
  text: 'From: Jane Caller\nLength: 0:42\n',
  attachment: { name: 'voicemail.mp3', contentType: 'audio/mpeg', bytes: Buffer.from([0, 1, 2, 253, 254, 255]) },
};

export function describeMailer(name: string, open: () => Promise<MailerRig>): void {
  describe(`mailer: ${name}`, () => {
    const within = async (task: (rig: MailerRig) => Promise<void>): Promise<void> => {
      const rig = await open();
      try {
        await task(rig);
      } finally {
        await rig.close();
      }
    };

    it('brings text and sound to whom they are for', () =>
      within(async ({ mailer, received }) => {
        expect(await mailer.send(aMail)).toEqual({ ok: true, value: undefined });
        expect(received()).toEqual([aMail]);
      }));

    it('brings every script, long lines and lines that look like the end', () =>
      within(async ({ mailer, received }) => {
        const text = `Nguyễn 山田 ${'x'.repeat(3000)}\n.\nFrom Jane\n`;
        const mail: Mail = { ...aMail, subject: 'Voicemail from Nguyễn Văn Ánh 山田太郎', text, attachment: null };
        expect(await mailer.send(mail)).toMatchObject({ ok: true });
        expect(received()).toEqual([mail]);
      }));

    it('says that a recipient is refused, and brings the next', () =>
      within(async ({ mailer, received, refuse }) => {
        refuse('nobody@example.com');
        expect(await mailer.send({ ...aMail, to: 'nobody@example.com' })).toEqual({ ok: false, error: 'mailRefused' });
        expect(await mailer.send(aMail)).toMatchObject({ ok: true });
        expect(received()).toEqual([aMail]);
      }));

    it('says that nobody is there, and goes on when somebody is', () =>
      within(async ({ mailer, received, goDown, comeBack }) => {
        await goDown();
        expect(await mailer.send(aMail)).toEqual({ ok: false, error: 'mailUnavailable' });
        await comeBack();
        expect(await mailer.send(aMail)).toMatchObject({ ok: true });
        expect(received()).toEqual([aMail]);
      }));
  });
}
