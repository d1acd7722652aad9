/** A reply that the server puts into words, in the caller's language. */
export type ReplyPattern =
  /** `weCall`: somebody of ours calls back. `youCall`: the caller is asked to call again. */
  | {
      readonly kind: 'callYouBack';
      readonly direction: 'weCall' | 'youCall';
      readonly amount: number;
      readonly unit: 'minutes' | 'hours' | 'days';
    }
  | { readonly kind: 'callYouBackLater'; readonly direction: 'weCall' | 'youCall' }
  | { readonly kind: 'onMyWay' }
  | { readonly kind: 'onTheOtherLine' }
  | { readonly kind: 'inAMeeting' };

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** When we call back, if that is what the pattern promises; `at` is when it was said. */
export const promisedBy = (pattern: ReplyPattern, at: number): number | undefined =>
  pattern.kind === 'callYouBack' && pattern.direction === 'weCall'
    ? at + pattern.amount * unitMs[pattern.unit]
    : undefined;
