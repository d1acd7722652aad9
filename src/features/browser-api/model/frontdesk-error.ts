import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import type { ApiFailure } from '../../../ports/server-link.ts';

/** Why something was not done: `code` is one of the errors table, or `unreachable`; `message` is a sentence for people. */
export class FrontdeskError extends Error {
  override readonly name = 'FrontdeskError';
  readonly code: ApiFailure['code'];

  constructor({ code }: ApiFailure) {
    super(failureSentence(code, errorTable));
    this.code = code;
  }
}
