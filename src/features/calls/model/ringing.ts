import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Notifier } from '../../../ports/notifier.ts';
import type { Ringer, RingTone } from '../../../ports/ringer.ts';
import type { Wake } from '../../../ports/wake.ts';
import type { CallTable } from './call-store.ts';
import { callerName, queueName, type FormatNumber } from './caller-words.ts';
import { lanesOf, type Lanes } from './lanes.ts';
import type { Desk } from './place-of.ts';

type Parts = {
  readonly desk: Desk;
  readonly ringer: Ringer;
  readonly notifier: Notifier;
  readonly wake: Wake;
  readonly format: () => FormatNumber;
  /** How a call of this queue rings; null: of no queue. */
  readonly toneOf: (queueId: string | null) => RingTone;
  /** Whether somebody has pressed Answer already: such a call rings no more, though it is not on yet. */
  readonly isTaken: (callId: string) => boolean;
  /** Whether a ringing call is to be notified; `isTalking`: while another call is on. */
  readonly isNotified: (isTalking: boolean) => boolean;
  /** Somebody pressed the notification of a call. */
  readonly onPress: (callId: string) => void;
};

const noteKey = (callId: string): string => `ringing-${callId}`;

/**
 * Makes the room notice: rings, notifies, changes the title and keeps the screen awake, for as long as it is so and not
 * a moment longer. `isHere`: a call rings in one window only, the one with the telephone.
 */
export function createRinging(parts: Parts) {
  const { ringer, notifier, wake } = parts;
  let sound: RingTone | 'knock' | null = null;
  let notified: ReadonlySet<string> = new Set();
  let letSleep: (() => void) | null = null;

  const ring = (wanted: typeof sound): void => {
    if (wanted === sound) return;
    sound = wanted;
    if (wanted === null) ringer.stop();
    else ringer.start(wanted);
  };
  const notify = (ringing: Lanes['ringingHere']): void => {
    const now = new Set(ringing.map(({ id }) => id));
    for (const id of notified) if (!now.has(id)) notifier.hide(noteKey(id));
    for (const call of ringing) {
      const title = fill(strings.notifications.ringing, { name: callerName(call, parts.format()) });
      const onPress = (): void => parts.onPress(call.id);
      if (!notified.has(call.id)) notifier.show({ key: noteKey(call.id), title, text: queueName(call), onPress });
    }
    notified = now;
  };
  const keepAwake = (isNeeded: boolean): void => {
    if (isNeeded) letSleep ??= wake.keepAwake();
    else {
      letSleep?.();
      letSleep = null;
    }
  };

  const update = ({ calls, farewells }: Pick<CallTable, 'calls' | 'farewells'>, isHere: boolean): void => {
    const { ringingHere: all, yours } = lanesOf(calls, farewells, parts.desk);
    const ringingHere = all.filter(({ id }) => !parts.isTaken(id));
    const [first] = ringingHere;
    const isTalking = yours.some(({ state }) => state !== 'held');
    ring(isHere && first !== undefined ? (isTalking ? 'knock' : parts.toneOf(first.queue?.id ?? null)) : null);
    notify(isHere && parts.isNotified(isTalking) ? ringingHere : []);
    keepAwake(isHere && (first !== undefined || yours.length > 0));
    notifier.entitle(first === undefined ? null : titleOf(first, ringingHere.length, parts.format()));
  };
  return { update, stop: () => update({ calls: {}, farewells: {} }, false) };
}

const titleOf = (first: Lanes['ringingHere'][number], count: number, format: FormatNumber): string =>
  fill(strings.notifications.title, { count, name: callerName(first, format) });
