import { z } from 'zod';

const urlIs =
  'FRONTDESK_SMTP_URL is the address of a mail server like smtps://user:password@mail.example:465 or smtp://127.0.0.1:25, with nothing after the port.';

/** What the environment may say of e-mail; `.env.example` and docs/voicemail.md explain every name. */
export const mailEnvironment = {
  // None of the sentences says what was given: there is a password in it.
  FRONTDESK_SMTP_URL: z
    .string()
    .refine((text) => serverOf(text) !== null, urlIs)
    .optional(),
  FRONTDESK_SMTP_FROM: z.email('FRONTDESK_SMTP_FROM is an e-mail address like reception@example.com.').optional(),
};

const schema = z.object(mailEnvironment);
type Env = z.output<typeof schema>;

/** What does not fit together, as a sentence. */
export function misfitMailSetting({
  FRONTDESK_SMTP_URL: url,
  FRONTDESK_SMTP_FROM: from,
}: Readonly<Partial<Record<keyof Env, unknown>>>): string | undefined {
  if (url !== undefined && from === undefined) return 'FRONTDESK_SMTP_FROM is needed beside FRONTDESK_SMTP_URL.';
  if (from !== undefined && url === undefined) return 'FRONTDESK_SMTP_URL is needed beside FRONTDESK_SMTP_FROM.';
  return undefined;
}

export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** `always`: from the first byte. `upgraded`: STARTTLS or nothing. `offered`: STARTTLS where there is one. `never`: on this machine. */
  readonly tls: 'always' | 'upgraded' | 'offered' | 'never';
  readonly user: { readonly name: string; readonly password: string } | null;
};

/** Null: no e-mail is sent. */
export type MailSettings = (MailServer & { readonly from: string }) | null;

/** `env` has passed `misfitMailSetting`. */
export function mailSettings({ FRONTDESK_SMTP_URL: url, FRONTDESK_SMTP_FROM: from }: Env): MailSettings {
  const server = url === undefined ? null : serverOf(url);
  return server === null || from === undefined ? null : { ...server, from };
}

function serverOf(text: string): MailServer | null {
  if (!/^smtps?:\/\/[^\s/?#]+\/?$/i.test(text) || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password } = new URL(text);
  const [name, word] = [plain(username), plain(password)];
  if (hostname === '' || name === null || word === null || (name === '') !== (word === '')) return null;
  const user = name === '' ? null : { name, password: word };
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const always = protocol === 'smtps:';
  const tls = always ? 'always' : isHere(host) ? 'never' : user === null ? 'offered' : 'upgraded';
  return { host, port: port === '' ? (always ? 465 : 587) : Number(port), tls, user };
}

const isHere = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.[\d.]+$/.test(host);

/** Null: what is written in it with % is nothing. */
function plain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
