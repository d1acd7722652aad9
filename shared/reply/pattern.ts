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
