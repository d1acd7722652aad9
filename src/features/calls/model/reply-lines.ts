import type { CallIn } from '../../../../shared/call/call.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

export type ReplyLineKind = 'listening' | 'choosing' | 'number' | 'voicemail' | 'done';

type ReplyLines = {
  /** What the caller has done already. */
  readonly past: string;
  /** What they do now. */
  readonly present: { readonly kind: ReplyLineKind; readonly text: string };
};

/** A caller in the reply menu, in one line of the past and one of the present. */
export function replyLinesOf({ step, heard, digits, answered }: CallIn<'replying'>): ReplyLines {
  const texts = strings.replies.playing;
  const heardSo = heard > 0 ? fill(plural(heard, texts.heardAgain), { count: heard }) : texts.messageSent;
  switch (step) {
    case 'listening':
      return {
        past: heard > 1 ? fill(plural(heard - 1, texts.heardAgain), { count: heard - 1 }) : texts.messageSent,
        present: { kind: 'listening', text: texts.listening },
      };
    case 'choosing':
      return { past: heardSo, present: { kind: 'choosing', text: texts.choosing } };
    case 'keyingNumber':
      return {
        past: texts.pressedUrgent,
        present: { kind: 'number', text: digits === '' ? texts.keying : fill(texts.keyingDigits, { digits }) },
      };
    case 'confirmingNumber':
      return { past: texts.pressedUrgent, present: { kind: 'number', text: fill(texts.confirming, { digits }) } };
    case 'hearingGreeting':
      return { past: texts.pressedVoicemail, present: { kind: 'listening', text: texts.greeting } };
    case 'leavingVoicemail':
      return { past: texts.pressedVoicemail, present: { kind: 'voicemail', text: texts.voicemail } };
    case 'hearingGoodbye':
      // Also said to whoever ends the call, or is silent, and when the server stops.
      return answered
        ? { past: texts.answered, present: { kind: 'done', text: texts.goodbye } }
        : { past: heardSo, present: { kind: 'listening', text: texts.goodbye } };
    default:
      return step satisfies never;
  }
}
