import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { within } from '../../../shared/within.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Mail, Mailer, MailFailure } from '../../ports/mailer.ts';

export type SmtpMailerOptions = {
  readonly host: string;
  readonly port: number;
  /** `always`: from the first byte. `upgraded`: STARTTLS or nothing. `offered`: STARTTLS where there is one. */
  readonly tls: 'always' | 'upgraded' | 'offered' | 'never';
  /** Who we say we are; null: the server does not ask. */
  readonly user: { readonly name: string; readonly password: string } | null;
  readonly from: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** To connect, to be greeted, and without a word in between. */
const quietMs = 20_000;
/** For a mail as a whole. */
const mostMs = 100_000;

/** Mail by SMTP (RFC 5321), a connection for each: there are few. Certificates are checked. */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const { host, port, from, clock, log } = options;
  const transport = createTransport({ ...transportOf(options) });
  const name = `smtp://${host}:${port}`;
  return {
    name,
    send: async (mail) => {
      try {
        const first = await within(clock, mostMs, transport.sendMail(messageOf(mail, from)), 'late');
        return first === 'late' ? failed(log, name, { code: 'ETIMEDOUT' }) : ok();
      } catch (error) {
        const known = knownError.safeParse(error);
        if (!known.success) throw error;
        return failed(log, name, known.data);
      }
    },
  };
}

const transportOf = ({ host, port, tls, user }: SmtpMailerOptions) => ({
  host,
  port,
  secure: tls === 'always',
  requireTLS: tls === 'upgraded',
  ignoreTLS: tls === 'never',
  ...(user === null ? {} : { auth: { user: user.name, pass: user.password } }),
  connectionTimeout: quietMs,
  greetingTimeout: quietMs,
  socketTimeout: quietMs,
  dnsTimeout: quietMs,
  // What a caller is called must never be read as the name of a file of ours.
  disableFileAccess: true,
  disableUrlAccess: true,
});

const messageOf = ({ id, to, subject, text, attachment }: Mail, from: string) => ({
  // The same for each try, so that whoever gets it twice may know.
  messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
  from: { name: 'Frontdesk', address: from },
  to: { name: '', address: to },
  subject,
  text,
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments:
    attachment === null
      ? []
      : [
          {
            filename: attachment.name,
            contentType: attachment.contentType,
            content: Buffer.from(attachment.bytes),
          },
        ],
});

const knownError = z.looseObject({
  code: z.string(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});

/** What the server answered is not logged whole: it may repeat addresses. */
function failed(log: Log, server: string, error: z.output<typeof knownError>): Result<never, MailFailure> {
  const { code, command, responseCode, response = '' } = error;
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  log.warn({ server, code, command, responseCode, status }, 'a mail could not be sent');
  return fail(isRefusal(error) ? 'mailRefused' : 'mailUnavailable');
}

/** For good, and because of who gets it or what it is (RFC 5321 §4.2.1); a sender that is not allowed may be, tomorrow. */
function isRefusal({ code, command, responseCode = 0 }: z.output<typeof knownError>): boolean {
  if (code === 'EMESSAGE' && responseCode === 0) return true;
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
