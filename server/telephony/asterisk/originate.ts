import { fail, ok, type Result } from '../../../shared/result.ts';
import type { LegTarget, Originate, OriginateFailure } from '../../ports/telephony.ts';
import { logRefusal } from './ari-outcome.ts';
import type { AriAnswer } from './ari-rest.ts';
import type { CommandParts } from './command-parts.ts';
import { callerText, headerValue, isHeaderName } from './header-text.ts';
import { encodeTag, tagVariable } from './leg-tag.ts';

type Originated = Result<void, OriginateFailure>;

/** Rings a device. The leg is in the book before the PBX can report anything of it. */
export async function originate(parts: CommandParts, request: Originate): Promise<Originated> {
  const { legId } = request;
  const endpoint = endpointOf(request.to);
  const body = bodyOf(parts.app, request);
  if (endpoint === null || body === null) {
    parts.log.warn({ legId }, 'a leg was not originated: its number or a header name is not one');
    return fail('refusedByPbx');
  }
  const legs = parts.session()?.legs;
  const answered = parts.rest('POST', ['channels', legId], { body: { endpoint, ...body } });
  const leg = legs?.add(legId, 'originated', request.tag);
  if (leg !== undefined) leg.made = answered;
  const result = resultOf(parts, legId, await answered);
  if (!result.ok && result.error !== 'pbxUnavailable') legs?.remove(legId);
  return result;
}

function resultOf({ log }: CommandParts, legId: string, answer: AriAnswer): Originated {
  if (answer.kind === 'done') return ok();
  if (answer.kind === 'unavailable') return fail('pbxUnavailable');
  // "Allocation failed": no such endpoint, or nobody is registered there. Asterisk answers 409 ("unique ID already
  // exists") instead of 500 when an earlier request really had that fault and errno still says so.
  if (answer.status === 500 || answer.status === 409) return fail('unreachable');
  logRefusal(log, 'POST', ['channels', legId], answer);
  return fail('refusedByPbx');
}

/** As in console-endpoint.ts, where the console's id is the endpoint's name. */
const isConsoleId = (id: string): boolean => /^[\w-]{1,128}$/.test(id);

/** null for what is no number: it would be read as a part of the PBX's own address syntax. */
function endpointOf(to: LegTarget): string | null {
  if ('consoleId' in to) return isConsoleId(to.consoleId) ? `PJSIP/${to.consoleId}` : null;
  return /^\+?[0-9*#]{1,32}$/.test(to.trunkNumber) ? `PJSIP/${to.trunkNumber}@trunk` : null;
}

function bodyOf(app: string, { from, headers, timeoutSeconds, tag }: Originate) {
  if (!Object.keys(headers).every(isHeaderName)) return null;
  const variables: Record<string, string> = { [tagVariable]: encodeTag(tag) };
  for (const [name, value] of Object.entries(headers)) variables[`PJSIP_HEADER(add,${name})`] = headerValue(value);
  return {
    app,
    appArgs: tag.role,
    callerId: callerText(from),
    timeout: timeoutSeconds,
    variables,
  };
}
