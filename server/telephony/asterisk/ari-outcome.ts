import { fail, ok } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { Done } from '../../ports/telephony.ts';
import type { AriAnswer, AriMethod, AriRequest, AriRest } from './ari-rest.ts';

type Refused = Extract<AriAnswer, { readonly kind: 'refused' }>;

/** Sends a command that concerns a leg, and says what became of it in the port's words. */
export type AriCommand = (
  method: AriMethod,
  path: readonly string[],
  request?: AriRequest & {
    /** Refusals that mean: it is already as we want it. */
    readonly fine?: (refused: Refused) => boolean;
  },
) => Promise<Done>;

export function createAriCommand(rest: AriRest, log: Log): AriCommand {
  return async (method, path, request = {}) => {
    const answer = await rest(method, path, request);
    if (answer.kind === 'unavailable') return fail('pbxUnavailable');
    if (answer.kind === 'done' || request.fine?.(answer) === true) return ok();
    if (isGone(answer)) return fail('legGone');
    logRefusal(log, method, path, answer);
    return fail('refusedByPbx');
  };
}

/**
 * A leg that ended, or is not ours to command (any more, or yet), is told in many ways: 404 Channel/Bridge not found,
 * 409 and 422 Channel not in Stasis application, 400 Channel not found (of a bridge's members).
 */
export function isGone({ status, message }: Refused): boolean {
  if (status === 404) return true;
  if (status === 400) return message.endsWith('not found');
  return (status === 409 || status === 422) && !alreadyExists({ kind: 'refused', status, message });
}

export const alreadyExists = ({ status, message }: Refused): boolean => status === 409 && /already exist/.test(message);
export const notFound = ({ status }: Refused): boolean => status === 404;

/** Paths are made of our own ids and ARI's words; queries and bodies may hold numbers and are left out. */
export function logRefusal(log: Log, method: AriMethod, path: readonly string[], { status, message }: Refused): void {
  log.warn({ method, path: path.join('/'), status, message }, 'the PBX refused a command');
}
