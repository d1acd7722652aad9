import { vi } from 'vitest';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { Telephony } from '../../ports/telephony.ts';

type Type = TelephonyEvent['type'];
type Of<Name extends Type> = Extract<TelephonyEvent, { readonly type: Name }>;

/** What a driver reported since the last `forget`. */
export type EventLog = {
  readonly all: () => readonly TelephonyEvent[];
  /** Waits for the first event of that type that fits. */
  readonly next: <Name extends Type>(type: Name, fits?: Partial<Of<Name>>, deadlineMs?: number) => Promise<Of<Name>>;
  /** The events of one leg, playback or recording, by type, in order. */
  readonly of: (id: string) => readonly Type[];
  readonly forget: () => void;
};

export const patience = (deadlineMs = 8_000) => ({ timeout: deadlineMs, interval: 5 });

export function logEvents(telephony: Telephony): EventLog {
  let events: TelephonyEvent[] = [];
  telephony.subscribe((event) => events.push(event));
  return {
    all: () => events,
    next: (type, fits = {}, deadlineMs) =>
      vi.waitFor(() => {
        const found = events.find((event) => isOf(event, type) && hasAll(event, fits));
        if (found === undefined || !isOf(found, type)) throw new Error(`no ${type} yet, only ${describe(events)}`);
        return found;
      }, patience(deadlineMs)),
    of: (id) => events.filter((event) => idsOf(event).includes(id)).map(({ type }) => type),
    forget: () => {
      events = [];
    },
  };
}

function isOf<Name extends Type>(event: TelephonyEvent, type: Name): event is Of<Name> {
  return event.type === type;
}

const hasAll = (event: object, fits: object): boolean =>
  Object.entries(fits).every(([key, value]) => Object.entries(event).some(([k, v]) => k === key && v === value));

function idsOf(event: TelephonyEvent): readonly string[] {
  if (event.type === 'legArrived') return [event.leg.legId];
  return Object.values(event).filter((value) => typeof value === 'string');
}

const describe = (events: readonly TelephonyEvent[]): string => events.map(({ type }) => type).join(' ') || 'silence';
