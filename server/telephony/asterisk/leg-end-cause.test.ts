import { describe, expect, it } from 'vitest';
import type { LegEndCause } from '../../ports/telephony-event.ts';
import { type EndFacts, legEndCause } from './leg-end-cause.ts';

const facts: EndFacts = { origin: 'originated', answered: false, endedByUs: null, cause: null, sipStatus: null };

describe('how a leg ended', () => {
  it.each<readonly [string, Partial<EndFacts>, LegEndCause]>([
    ['a device that is busy', { cause: 17, sipStatus: 486 }, 'busy'],
    ['nobody answers', { cause: 19, sipStatus: 480 }, 'noAnswer'],
    ['a console whose socket has just gone', { cause: 34, sipStatus: 503 }, 'unreachable'],
    ['a status of no table', { cause: 127, sipStatus: 513 }, 'failed'],
    ['we take the invitation back', { endedByUs: 'normal', cause: 16 }, 'cancelled'],
    ['we take it back before it is out', { endedByUs: 'normal', cause: 16, sipStatus: 603 }, 'cancelled'],
    ['a colleague was faster', { endedByUs: 'answeredElsewhere', cause: 26 }, 'answeredElsewhere'],
    ['the device declined just before', { endedByUs: 'normal', cause: 21, sipStatus: 603 }, 'declined'],
    ['the device hangs up', { answered: true, cause: 16 }, 'hungUp'],
    ['its sound stopped coming', { answered: true, cause: 44 }, 'failed'],
    ['we hang up', { answered: true, endedByUs: 'normal', cause: 16 }, 'hungUp'],
    ['a caller gives up', { origin: 'arrived', cause: 127, sipStatus: 487 }, 'cancelled'],
    ['we refuse a caller', { origin: 'arrived', endedByUs: 'normal', cause: 32 }, 'declined'],
    ['a caller hangs up (the PBX gives no cause)', { origin: 'arrived', answered: true }, 'hungUp'],
    ['flags of the PBX in place of a cause', { origin: 'arrived', answered: true, cause: 32 }, 'hungUp'],
    ['a caller gives up before we were told of them', { origin: 'arrived' }, 'cancelled'],
    ['a device is lost before the answer', {}, 'failed'],
  ])('%s', (_, some, cause) => {
    expect(legEndCause({ ...facts, ...some })).toBe(cause);
  });
});
