import type { Clock } from '../../../ports/clock.ts';
import type { PhoneEvent, PhoneLine } from '../../../ports/phone-line.ts';

/** What became of the phone's side of a test call, and when (ms since the epoch). */
type LegNews = { readonly became: 'connected' | 'over'; readonly at: number };

/**
 * Follows what the phone says of calls from before the test is asked for: its INVITE may overtake the server's answer,
 * which is what tells the id.
 */
export function followLegs(phone: PhoneLine, clock: Clock) {
  const news = new Map<string, LegNews>();
  let wake = (): void => undefined;
  const stop = phone.subscribe((event) => {
    const became = becameOf(event);
    if (became === null || !('callId' in event)) return;
    news.set(event.callId, { became, at: clock.now() });
    wake();
  });
  return {
    of: (callId: string): LegNews | null => news.get(callId) ?? null,
    /** Resolves at the next news of any call, or when the time is up. */
    next: (withinMs: number): Promise<void> =>
      new Promise((resolve) => {
        const cancel = clock.after(withinMs, resolve);
        wake = () => {
          cancel();
          resolve();
        };
      }),
    stop,
  };
}

export type FollowedLegs = ReturnType<typeof followLegs>;

function becameOf({ type }: PhoneEvent): LegNews['became'] | null {
  if (type === 'connected') return 'connected';
  return type === 'ended' || type === 'offerEnded' ? 'over' : null;
}
