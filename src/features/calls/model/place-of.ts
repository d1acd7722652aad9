import type { Call } from '../../../../shared/call/call.ts';

/**
 * Who looks: the desk that this browser is, and the person at it. `queueIds`: theirs, as an administrator has it at the moment;
 * without, every queue is. `recordedQueueIds`: those of them whose calls are all recorded.
 */
export type Desk = {
  readonly consoleId: string;
  readonly userId: string;
  readonly queueIds?: () => readonly string[];
  readonly recordedQueueIds?: () => readonly string[];
};

/**
 * Where on this desk's screen a call belongs; `nowhere`: it is a colleague's business. `takeable`: it does not ring here
 * because this desk is not free, but can be answered all the same.
 */
export type Place =
  | 'ringingHere'
  | 'ringingElsewhere'
  | 'takeable'
  | 'waiting'
  | 'hearingMessage'
  | 'withYou'
  | 'onYourOtherDesk'
  | 'nowhere';

/** `isBusy`: whether this desk has calls, so that the server may not ring it (see `isBusy`). */
export function placeOf(call: Call, desk: Desk, isBusy: boolean): Place {
  switch (call.state) {
    case 'queued':
      return isBusy && isOfOurQueues(call, desk) ? 'takeable' : 'waiting';
    case 'ringing':
      if (call.offers.some(({ consoleId }) => consoleId === desk.consoleId)) return 'ringingHere';
      return isBusy && isOfOurQueues(call, desk) ? 'takeable' : 'ringingElsewhere';
    case 'dialling':
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

/** Whether this desk has a call, be it on hold: from its first to its last, who else comes has a card to be answered. */
export const isBusy = (calls: readonly Call[], desk: Desk): boolean =>
  calls.some((call) => placeOf(call, desk, false) === 'withYou');

/** The rule of its line wants it recorded to its end. */
export const isRecordedByRule = ({ queue }: Pick<Call, 'queue'>, { recordedQueueIds }: Desk): boolean =>
  queue !== null && recordedQueueIds?.().includes(queue.id) === true;

const isOfOurQueues = ({ queue }: Call, { queueIds }: Desk): boolean =>
  queueIds === undefined || queue === null || queueIds().includes(queue.id);
