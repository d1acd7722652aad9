import type { Call } from '../../../../shared/call/call.ts';

/** Who looks: the desk that this browser is, and the person at it. */
export type Desk = { readonly consoleId: string; readonly userId: string };

/** Where on this desk's screen a call belongs; `nowhere`: it is a colleague's business. */
export type Place =
  | 'ringingHere'
  | 'ringingElsewhere'
  | 'waiting'
  | 'hearingMessage'
  | 'withYou'
  | 'onYourOtherDesk'
  | 'nowhere';

export function placeOf(call: Call, desk: Desk): Place {
  switch (call.state) {
    case 'queued':
      return 'waiting';
    case 'ringing':
      return call.offers.some(({ consoleId }) => consoleId === desk.consoleId) ? 'ringingHere' : 'ringingElsewhere';
    case 'talking':
    case 'held':
    case 'consulting':
    case 'transferring':
      if (call.agent?.consoleId === desk.consoleId) return 'withYou';
      return call.agent?.userId === desk.userId ? 'onYourOtherDesk' : 'nowhere';
    case 'replying':
    case 'voicemail':
    case 'unanswered':
      return 'hearingMessage';
    case 'parked':
    case 'ended':
      return 'nowhere';
    default:
      return call satisfies never;
  }
}
