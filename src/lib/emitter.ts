export type Listener<Event> = (event: Event) => void;

export type Emitter<Event> = {
  readonly emit: (event: Event) => void;
  /** Answers the way to stop listening. */
  readonly subscribe: (listener: Listener<Event>) => () => void;
};

export function createEmitter<Event>(): Emitter<Event> {
  const listeners = new Set<Listener<Event>>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      // A listener of its own each time: the same function subscribed twice is told twice and removed one by one.
      const own: Listener<Event> = (event) => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
