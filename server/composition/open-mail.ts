import { openVoicemailPost } from '../calls/voicemail-post.ts';
import type { Database } from '../ports/stores.ts';
import type { Settings } from '../settings.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Surroundings } from './surroundings.ts';

type Around = Pick<Surroundings, 'clock' | 'log' | 'closing'> & {
  readonly settings: Pick<Settings, 'mail' | 'origins'>;
};

/** Voicemails go by e-mail where a mail server is set; what speaks to it is loaded only then. */
export async function openMail(
  { settings: { mail, origins }, clock, log, closing }: Around,
  { database }: { readonly database: Pick<Database, 'stores'> },
  { desk, board }: Pick<OpenDesk, 'desk' | 'board'>,
): Promise<void> {
  if (mail === null) return;
  const { createSmtpMailer } = await import('../mail/smtp/smtp-mailer.ts');
  const mailer = createSmtpMailer({ ...mail, clock, log });
  const address = origins.find((origin) => /^https?:\/\//.test(origin))?.replace(/\/+$/, '');
  const linkTo = (id: string): string | null => (address === undefined ? null : `${address}/recordings/${id}`);
  const post = openVoicemailPost({ ...desk, clock, mailOutbox: database.stores.mailOutbox, mailer, linkTo }, board);
  closing.add('voicemails by e-mail', post.close);
  log.info({ server: mailer.name }, 'voicemails go by e-mail');
  post.begin();
}
