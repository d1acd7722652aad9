import type { Agent } from '../../shared/call/call.ts';

/** A console that can ring now: its browser is registered. */
export type ReadyConsole = {
  readonly agent: Agent;
  readonly queueIds: readonly string[];
  /** One load of the page: after a reload the browser's side of a call is gone, after a mere reconnect it is not. */
  readonly pageId: string;
};

/** Who can be rung. */
export type Consoles = {
  /** It has just spoken, so it is taken to hear as well. */
  readonly add: (console: ReadyConsole) => void;
  readonly remove: (consoleId: string) => void;
  readonly get: (consoleId: string) => ReadyConsole | undefined;
  /** Those of a queue whose person would hear a call ring. */
  readonly ofQueue: (queueId: string) => readonly ReadyConsole[];
  readonly all: () => readonly ReadyConsole[];
  readonly count: () => number;
  /** Whether somebody would hear it ring: it is registered, and its page is awake (hearing.ts). */
  readonly hears: (consoleId: string) => boolean;
  readonly setHears: (consoleId: string, hears: boolean) => void;
  /** Told whose console came, went, fell asleep or woke up, after it is so. Returns the way to stop listening. */
  readonly subscribe: (listener: (agent: Agent) => void) => () => void;
};

export function createConsoles(): Consoles {
  const ready = new Map<string, ReadyConsole>();
  const asleep = new Set<string>();
  const listeners = new Set<(agent: Agent) => void>();
  const tell = ({ agent }: ReadyConsole): void => {
    for (const listener of listeners) listener(agent);
  };
  const hears = (consoleId: string): boolean => ready.has(consoleId) && !asleep.has(consoleId);
  return {
    add: (console) => {
      asleep.delete(console.agent.consoleId);
      ready.set(console.agent.consoleId, console);
      tell(console);
    },
    remove: (consoleId) => {
      const gone = ready.get(consoleId);
      ready.delete(consoleId);
      asleep.delete(consoleId);
      if (gone !== undefined) tell(gone);
    },
    get: (consoleId) => ready.get(consoleId),
    ofQueue: (queueId) =>
      [...ready.values()].filter(({ agent, queueIds }) => queueIds.includes(queueId) && hears(agent.consoleId)),
    all: () => [...ready.values()],
    count: () => ready.size,
    hears,
    setHears: (consoleId, isAwake) => {
      const console = ready.get(consoleId);
      if (console === undefined || hears(consoleId) === isAwake) return;
      if (isAwake) asleep.delete(consoleId);
      else asleep.add(consoleId);
      tell(console);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
