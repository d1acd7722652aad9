import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports/log.ts';
import type { ConsoleAdmission } from '../../ports/telephony.ts';
import type { AriRest } from './ari-rest.ts';
import { type AriCall, type ConsoleFailure, type MediaPlace, pushConsole, removeConsole } from './console-endpoint.ts';

export type Told = Result<void, 'pbxUnavailable' | 'refusedByPbx'>;

/** Tells the PBX of one console; a refusal has been logged. */
export type ConsoleWriter = {
  readonly push: (console: ConsoleAdmission) => Promise<Told>;
  readonly remove: (consoleId: string) => Promise<Told>;
};

export function createConsoleWriter(rest: AriRest, log: Log, place: MediaPlace): ConsoleWriter {
  const call: AriCall = async (method, path, body) => {
    const answer = await rest(method, path, { body });
    if (answer.kind === 'done') return 200;
    return answer.kind === 'unavailable' ? unavailable : answer.status;
  };
  const told = (result: Result<void, ConsoleFailure>): Told => {
    if (result.ok) return ok();
    const { step, status } = result.error;
    if (status === unavailable) return fail('pbxUnavailable');
    log.error({ step, status }, 'the PBX does not take a console');
    return fail('refusedByPbx');
  };
  return {
    push: async ({ consoleId: id, displayName, secret }) =>
      told(await pushConsole(call, { id, displayName, secret }, place)),
    remove: async (id) => told(await removeConsole(call, { id })),
  };
}

const unavailable = 503;
