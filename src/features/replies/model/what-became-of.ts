import type { Call, EndReason } from '../../../../shared/call/call.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

const texts = strings.replies.dialog.became;

/** What happened meanwhile to a caller somebody writes to, as a sentence; null: they still wait. */
export function whatBecameOf(call: Call): string | null {
  switch (call.state) {
    case 'queued':
    case 'ringing':
      return null;
    case 'replying':
      return fill(texts.repliedBy, { who: call.by.name });
    case 'unanswered':
      return texts.turnedAway;
    case 'voicemail':
      return texts.leavingVoicemail;
    case 'transferring':
      return fill(texts.passedOn, { who: call.target.name === '' ? call.target.address : call.target.name });
    case 'dialling':
    case 'talking':
    case 'held':
    case 'consulting':
    case 'parked':
      return takenWords(call);
    case 'ended':
      return endWords[call.reason] ?? takenWords(call);
    default:
      return call satisfies never;
  }
}

const takenWords = ({ agent }: Call): string =>
  agent === null ? texts.over : fill(texts.takenBy, { who: agent.name });

/** Of ends that say more than whether somebody had taken the call. */
const endWords: { readonly [Reason in EndReason]?: string } = {
  abandoned: texts.gone,
  missed: texts.missed,
  replied: texts.replied,
  voicemailLeft: texts.leftVoicemail,
};
