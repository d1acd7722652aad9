import { fail, ok } from '../../../shared/result.ts';
import type { Done, Telephony } from '../../ports/telephony.ts';
import { isGone } from './ari-outcome.ts';
import { channelVariable } from './ari-schemas.ts';
import type { CommandParts } from './command-parts.ts';
import { isHeaderName } from './header-text.ts';
import { q850OfReject } from './leg-end-cause.ts';
import { encodeTag, tagVariable } from './leg-tag.ts';
import { originate } from './originate.ts';
import { snoop } from './snoop.ts';

type LegCommands = Pick<
  Telephony,
  | 'ring'
  | 'startEarlyMedia'
  | 'answer'
  | 'reject'
  | 'hangUp'
  | 'originate'
  | 'readHeader'
  | 'tag'
  | 'limitDuration'
  | 'echo'
  | 'snoop'
>;

export function ariLegCommands(parts: CommandParts): LegCommands {
  const { send, session } = parts;
  const setVariable = (legId: string, variable: string, value: string) =>
    send('POST', ['channels', legId, 'variable'], { body: { variable, value } });
  return {
    ring: (legId) => send('POST', ['channels', legId, 'ring']),
    startEarlyMedia: (legId) => send('POST', ['channels', legId, 'progress']),
    answer: (legId) => send('POST', ['channels', legId, 'answer']),
    reject: (legId, cause) => end(parts, legId, 'normal', { reason_code: String(q850OfReject[cause]) }),
    hangUp: (legId, cause = 'normal') =>
      end(parts, legId, cause, cause === 'answeredElsewhere' ? { reason: 'answered_elsewhere' } : {}),
    originate: (request) => originate(parts, request),
    readHeader: (legId, name) => readHeader(parts, legId, name),
    tag: async (legId, tag) => {
      const done = await setVariable(legId, tagVariable, encodeTag(tag));
      const leg = session()?.legs.get(legId);
      if (done.ok && leg !== undefined) leg.tag = tag;
      return done;
    },
    limitDuration: (legId, seconds) => setVariable(legId, 'TIMEOUT(absolute)', String(seconds)),
    // It leaves our application for Asterisk's own Echo(), and its end is told nevertheless: what we originated we follow.
    echo: (legId) =>
      send('POST', ['channels', legId, 'continue'], { body: { context: 'echo', extension: 's', priority: 1 } }),
    snoop: (...request) => snoop(parts, ...request),
  };
}

async function end(
  { send, session }: CommandParts,
  legId: string,
  endedByUs: 'normal' | 'answeredElsewhere',
  query: Readonly<Record<string, string>>,
): Promise<Done> {
  const leg = session()?.legs.get(legId);
  if (leg !== undefined) {
    leg.endedByUs = endedByUs;
    // Otherwise the end could reach the PBX before the beginning, find nothing, and the leg would ring for ever.
    await leg.made;
  }
  return send('DELETE', ['channels', legId], { query });
}

/** A header that is not there is a 500 to Asterisk. */
async function readHeader({ rest }: CommandParts, legId: string, name: string): ReturnType<Telephony['readHeader']> {
  if (!isHeaderName(name)) return ok(null);
  const variable = `PJSIP_HEADER(read,${name})`;
  const answer = await rest('GET', ['channels', legId, 'variable'], { query: { variable } });
  if (answer.kind === 'unavailable') return fail('pbxUnavailable');
  if (answer.kind === 'refused') return isGone(answer) ? fail('legGone') : ok(null);
  const { value } = channelVariable.parse(answer.body);
  return ok(value === '' ? null : value);
}
