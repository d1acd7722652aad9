import type { PromptKey } from '../../../shared/reply/menu.ts';
import type { ReplyPattern, ReplyTime } from '../../../shared/reply/pattern.ts';
import type { TimeWords } from '../../../shared/reply/time-words.ts';

type Direction = Extract<ReplyPattern, { readonly kind: 'callYouBack' }>['direction'];

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
  /** How long until we call, in words. */
  readonly times: TimeWords;
  /** Structured replies; one of `times` comes in the place of a `{time}`. */
  readonly patterns: Readonly<Record<'callYouBack' | 'callYouBackLater', Readonly<Record<Direction, string>>>> &
    Readonly<Record<'onMyWay' | 'onTheOtherLine' | 'inAMeeting', string>>;
  /** What is said often, to begin with. */
  readonly templates: readonly LocaleTemplate[];
};

/** `callBackIn`: what comes in the place of the `{time}` of its text unless somebody names another time. */
type LocaleTemplate = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly callBackIn?: ReplyTime;
};
