import type { ReplyStep } from '../../shared/call/call.ts';

/** What a simulated caller makes of a reply. `urgent`: asks to be called at a number, which they key. */
export type Reaction =
  | { readonly kind: 'yes' | 'no' | 'voicemail' }
  | { readonly kind: 'urgent'; readonly callAt: string };

/** Keys, and how long the caller listens or speaks first. */
export type Keys = { readonly keys: string; readonly afterMs: number };

const choice = { yes: '3', no: '4', voicemail: '2', urgent: '5' } as const;
const thinksMs = 2500;
const voicemailMs = 9000;

/** What they press when they come to a step of the reply menu (shared/reply); null where they only listen. */
export function keysInMenu(reaction: Reaction, step: ReplyStep): Keys | null {
  switch (step) {
    case 'choosing':
      return { keys: choice[reaction.kind], afterMs: thinksMs };
    case 'keyingNumber':
      return reaction.kind === 'urgent' ? { keys: `${reaction.callAt}#`, afterMs: thinksMs } : null;
    case 'confirmingNumber':
      return { keys: '1', afterMs: thinksMs };
    case 'leavingVoicemail':
      return { keys: '#', afterMs: voicemailMs };
    case 'listening':
    case 'hearingGreeting':
    case 'hearingGoodbye':
      return null;
    default:
      return step satisfies never;
  }
}
