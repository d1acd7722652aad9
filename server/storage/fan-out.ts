export type FanOut<Event> = {
  /** Tells every listener. Called from within a listener, the event waits until the present one has been told to all. */
  readonly tell: (event: Event) => void;
  readonly subscribe: (listener: (event: Event) => void) => () => void;
};

type Listener<Event> = { readonly hear: (event: Event) => void };

/** Tells each event to all listeners before the next one. A listener that throws is reported and keeps nobody waiting. */
export function createFanOut<Event>(report: (error: unknown) => void): FanOut<Event> {
  let listeners: readonly Listener<Event>[] = [];
  const waiting: Event[] = [];
  let telling = false;

  const tellAll = (event: Event): void => {
    for (const listener of listeners) {
      if (!listeners.includes(listener)) continue; // stopped by one that was told before it
      try {
        listener.hear(event);
      } catch (error) {
        report(error);
      }
    }
  };

  const tell = (event: Event): void => {
    waiting.push(event);
    if (telling) return;
    telling = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tellAll(next);
    telling = false;
  };

  const subscribe = (hear: (event: Event) => void): (() => void) => {
    const listener = { hear };
    listeners = [...listeners, listener];
    return () => {
      listeners = listeners.filter((other) => other !== listener);
    };
  };
  return { tell, subscribe };
}
