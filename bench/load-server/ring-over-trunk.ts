import type { Telephony } from '../../server/ports/telephony.ts';

/** The number under which the consoles' telephone is dialled; it takes whatever comes. */
const consolesNumber = '200';

/** Rings a console by calling the trunk's contact, where a SIP caller answers for all of them. */
export const ringOverTrunk = (telephony: Telephony): Telephony => ({
  ...telephony,
  originate: (request) =>
    telephony.originate('consoleId' in request.to ? { ...request, to: { trunkNumber: consolesNumber } } : request),
});
