import type { Log } from '../../ports/log.ts';
import type { ArrivedLeg } from '../../ports/telephony-event.ts';
import { isGone } from './ari-outcome.ts';
import type { AriRest } from './ari-rest.ts';
import { type AriChannel, channelVariable } from './ari-schemas.ts';

/** ASCII 31, unit separator: in no header. */
const separator = '\u001F';

/**
 * One request reads it all (1-2 ms): EVAL expands the expression, once, so that what a caller puts into a header is not
 * expanded again. A header that is not there reads as nothing.
 */
const expression = `EVAL(${[
  '${CALLERID(pres)}',
  '${PJSIP_HEADER(read,Privacy)}',
  '${PJSIP_HEADER(read,Diversion)}',
  '${PJSIP_HEADER(read,From)}',
].join(separator)})`;

type Caller = Pick<ArrivedLeg, 'caller' | 'divertedFrom'>;

/**
 * Who is calling. Asterisk has already preferred P-Asserted-Identity to From where the trunk is trusted; whether the
 * caller wishes to be shown is in three places, and each of them counts (RFC 3323, RFC 3325 §7). When it cannot be read,
 * because the caller is gone again, nobody is shown.
 */
export async function readCaller(rest: AriRest, log: Log, channel: AriChannel): Promise<Caller> {
  const answer = await rest('GET', ['channels', channel.id, 'variable'], { query: { variable: expression } });
  const { data } = channelVariable.safeParse(answer.kind === 'done' ? answer.body : null);
  const rdnis = orNull(channel.caller_rdnis);
  if (answer.kind === 'refused' && !isGone(answer)) {
    log.error(
      { legId: channel.id, message: answer.message },
      'the PBX does not tell who calls: is func_strings loaded?',
    );
  }
  if (data === undefined) return { caller: withheldCaller, divertedFrom: rdnis };
  const [presentation = '', privacy = '', diversion = '', from = ''] = data.value.split(separator);
  const withheld = presentation.includes('prohib') || asksForPrivacy(privacy) || isAnonymous(from);
  const { name, number } = channel.caller;
  return {
    caller: withheld ? withheldCaller : { number: orNull(number), name: orNull(unquoted(name)), withheld },
    divertedFrom: rdnis ?? orNull(userOf(diversion)),
  };
}

const withheldCaller: ArrivedLeg['caller'] = { number: null, name: null, withheld: true };

/** RFC 3323 §4.2 and RFC 3325 §9.3: `none` asks for nothing, `session` for the media only, `history` (RFC 7044)
 * for others than the caller. */
const asksForPrivacy = (privacy: string): boolean =>
  privacy.split(/[;,\s]+/).some((value) => ['id', 'user', 'header'].includes(value.toLowerCase()));

/** RFC 3323 §4.1.1.3: anonymous@anonymous.invalid; carriers use their own host with the same user. */
function isAnonymous(from: string): boolean {
  const user = userOf(from).toLowerCase();
  return user === 'anonymous' || user === 'unavailable' || /@anonymous\.invalid/i.test(from);
}

/** The user part of the first SIP or tel address in a header, wherever its display name (which may say anything) is. */
const userOf = (header: string): string =>
  /(?:sips?|tel):([^@;>\s]+)/i.exec(header.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))?.[1] ?? '';

/** RFC 3261 §25.1 `quoted-pair`: Asterisk takes the quotes away, but not what the quotes made necessary. */
const unquoted = (name: string): string => name.replaceAll(/\\(.)/g, '$1');

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
