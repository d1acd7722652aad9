import type { TelephonyEvent } from '../../ports/telephony-event.ts';

type Listener = (event: TelephonyEvent) => void;

/**
 * Delivers events in order, each in a turn of its own after the code that caused it: as with a real PBX an event never
 * comes out of the middle of a command, and it may well overtake the command's answer.
 */
export type FakeEvents = {
  readonly emit: (event: TelephonyEvent) => void;
  readonly subscribe: (listener: Listener) => () => void;
  readonly close: () => void;
};

export function createFakeEvents(): FakeEvents {
  const listeners = new Set<Listener>();
  return {
    emit: (event) =>
      queueMicrotask(() => {
        for (const listener of listeners) listener(event);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
