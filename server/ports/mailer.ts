import type { Result } from '../../shared/result.ts';

/** Plain text for one address, perhaps with a file. `id` (letters and digits) stays the same however often it is sent. */
export type Mail = {
  readonly id: string;
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly attachment: MailAttachment | null;
};

export type MailAttachment = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

/** `mailRefused`: this recipient, or this mail, is not wanted there. `mailUnavailable`: nobody there takes any mail now. */
export type MailFailure = 'mailRefused' | 'mailUnavailable';

/** Somebody who takes mail and brings it on. */
export interface Mailer {
  /** For people: who it is, without any password. */
  readonly name: string;
  /** Resolved well, somebody else answers for it. Over within two minutes; what failed may have arrived all the same. */
  send(mail: Mail): Promise<Result<void, MailFailure>>;
}
