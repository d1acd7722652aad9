/** So long from the moment it is said. `amount`: 1 to `mostAmount`. */
export type ReplyTime = { readonly amount: number; readonly unit: 'minutes' | 'hours' | 'days' };

/** The largest number of minutes, hours or days that somebody names. */
export const mostAmount = 99;

/** A reply that the server puts into words, in the caller's language. */
export type ReplyPattern =
  /** `weCall`: somebody of ours calls back. `youCall`: the caller is asked to call again. */
  | ({ readonly kind: 'callYouBack'; readonly direction: 'weCall' | 'youCall' } & ReplyTime)
  | { readonly kind: 'callYouBackLater'; readonly direction: 'weCall' | 'youCall' }
  | { readonly kind: 'onMyWay' }
  | { readonly kind: 'onTheOtherLine' }
  | { readonly kind: 'inAMeeting' };

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** When that is (ms since the epoch); `at` is when it was said. */
export const timeAfter = (at: number, { amount, unit }: ReplyTime): number => at + amount * unitMs[unit];

/** Whether a yes to it asks nothing of us: the caller calls again, or somebody is on their way to them. */
export const asksNothing = (pattern: ReplyPattern): boolean =>
  pattern.kind === 'onMyWay' || ('direction' in pattern && pattern.direction === 'youCall');
