import type { Agent } from '../../shared/call/call.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ReadNumber } from '../ports/phone-numbers.ts';
import type { Desk } from './desk.ts';
import { mayBeCalled } from './dial-rules.ts';
import type { MayNot } from './dialling.ts';

/** Whether this person may call this number now. Decided in one moment: of two calls at once the second sees the first. */
export function mayPlace(desk: Desk, by: Agent, number: ReadNumber): Result<void, MayNot> {
  const { hasTrunk, allow } = desk.dialling;
  if (!hasTrunk) return fail('noTrunk');
  if (!mayBeCalled(allow, number)) return fail('numberNotAllowed');
  if (desk.telephony.status().state !== 'connected') return fail('pbxUnavailable');
  if (!desk.consoles.hears(by.consoleId)) return fail('deskNotReady');
  if (isCalling(desk, by)) return fail('busy');
  return isTooMuch(desk, by) ? fail('tooManyCalls') : ok();
}

/** What a desk talks on is held for a call of its own; what it calls cannot be, and where it asks first it may not be. */
const isCalling = (desk: Desk, { consoleId }: Agent): boolean =>
  desk.live
    .all()
    .some(
      ({ stored: { call } }) =>
        call.agent?.consoleId === consoleId && (call.state === 'dialling' || call.state === 'consulting'),
    );

function isTooMuch(desk: Desk, { userId }: Agent): boolean {
  const { perMinute, atOnce, atOnceInAll } = desk.dialling;
  const out = desk.live.all().filter(({ stored: { call } }) => call.direction === 'outbound');
  const theirs = out.filter(({ stored: { call } }) => call.agent?.userId === userId);
  return out.length >= atOnceInAll || theirs.length >= atOnce || desk.recentCalls.count(userId) >= perMinute;
}
