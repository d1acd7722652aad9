import { fail, ok, type Result } from '../../shared/result.ts';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { AuditAction } from '../ports/audit-log.ts';
import type { LogFields } from '../ports/log.ts';
import type { HttpParts } from './http-parts.ts';
import type { Refusal } from './serve.ts';

/** `about` is what a person reads, without a password or a whole number in it; `fields` go to the log beside it. */
type Deed = {
  readonly action: AuditAction;
  readonly subject: string;
  readonly about: string;
  readonly fields?: LogFields;
};

/**
 * Writes down what an administrator changed: who did what to what. It is written when it is done, because what was refused did not
 * happen; where the database takes the change and then not the entry, the sentence says so, and the log has it.
 */
export const createAudit =
  ({ review: { audit, clock, log } }: Pick<HttpParts, 'review'>) =>
  async ({ user }: SignedIn, { action, subject, about, fields }: Deed): Promise<Result<void, Refusal>> => {
    log.info({ audit: action, by: user.id, ...fields }, 'an administrator changed something');
    const by = { userId: user.id, name: user.name };
    const written = await audit.append({ at: clock.now(), by, action, subject, about });
    return written.ok ? ok() : fail({ code: written.error, message: doneUnwritten });
  };

const doneUnwritten = 'It was done, but the database does not answer any more: the audit log lacks it.';
