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
  readonly add: (console: ReadyConsole) => void;
  readonly remove: (consoleId: string) => void;
  readonly get: (consoleId: string) => ReadyConsole | undefined;
  readonly ofQueue: (queueId: string) => readonly ReadyConsole[];
  readonly all: () => readonly ReadyConsole[];
  readonly count: () => number;
};

export function createConsoles(): Consoles {
  const ready = new Map<string, ReadyConsole>();
  return {
    add: (console) => void ready.set(console.agent.consoleId, console),
    remove: (consoleId) => void ready.delete(consoleId),
    get: (consoleId) => ready.get(consoleId),
    ofQueue: (queueId) => [...ready.values()].filter((console) => console.queueIds.includes(queueId)),
    all: () => [...ready.values()],
    count: () => ready.size,
  };
}
