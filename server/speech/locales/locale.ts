import type { PromptKey } from '../../../shared/reply/menu.ts';
import type { ReplyPattern } from '../../../shared/reply/pattern.ts';

export type PatternUnit = Extract<ReplyPattern, { readonly kind: 'callYouBack' }>['unit'];

/** Everything the server says in one language, in one file each. */
export type Locale = {
  /** BCP 47. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  /** What callers hear whom nobody answers, and those whose call is recorded. */
  readonly announcements: {
    readonly nobodyCanTakeYourCall: string;
    readonly weAreClosed: string;
    readonly thisCallIsRecorded: string;
    /** Before the tone, where callers may leave a message. */
    readonly leaveAMessage: string;
    readonly closedLeaveAMessage: string;
    readonly thanksForYourMessage: string;
  };
  /** The sentences of the reply menu; the message is the receptionist's own. */
  readonly menu: Readonly<Record<Exclude<PromptKey, 'message'>, string>>;
  /** A number digit by digit, in words, in groups that can be followed. */
  readonly digits: (digits: string) => string;
  readonly pattern: (pattern: ReplyPattern) => string;
  /** What is said often, to begin with. */
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text: string }[];
};
