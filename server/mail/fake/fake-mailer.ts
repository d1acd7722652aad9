import { fail, ok } from '../../../shared/result.ts';
import type { Mail, Mailer } from '../../ports/mailer.ts';

/** Keeps what it is sent, for tests of what sends it. */
export function createFakeMailer() {
  const sent: Mail[] = [];
  const refused = new Set<string>();
  let working = true;
  const mailer: Mailer = {
    name: 'fake',
    send: async (mail) => {
      await Promise.resolve();
      if (!working) return fail('mailUnavailable');
      if (refused.has(mail.to)) return fail('mailRefused');
      sent.push(mail);
      return ok();
    },
  };
  return {
    mailer,
    sent,
    refuse: (address: string): void => void refused.add(address),
    setWorking: (works: boolean): void => void (working = works),
  };
}
