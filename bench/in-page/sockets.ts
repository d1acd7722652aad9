/** What goes over a page's WebSockets, and when. Runs inside the page, so the function must stand on its own. */
export function installSockets(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  type Holds = { readonly part: string; readonly resolve: (at: number) => void };
  const wanted = { sent: new Set<Holds>(), received: new Set<Holds>() };
  const note = (ears: Set<Holds>, data: unknown): void => {
    if (typeof data !== 'string') return;
    for (const ear of ears) {
      if (!data.includes(ear.part)) continue;
      ears.delete(ear);
      ear.resolve(now());
    }
  };
  const first = (ears: Set<Holds>, part: string): Promise<number> =>
    new Promise((resolve) => void ears.add({ part, resolve }));
  const Inherited = WebSocket;
  class HeardSocket extends Inherited {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // The first to listen: before the page has begun to work on it.
      this.addEventListener('message', ({ data }) => note(wanted.received, data));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      note(wanted.sent, data);
      super.send(data);
    }
  }
  window.WebSocket = HeardSocket;
  window.benchSockets = {
    sent: (part) => first(wanted.sent, part),
    received: (part) => first(wanted.received, part),
  };
}

/** The next message that has that text in it: as the page hands it to the browser, or gets it from there. */
export type Sockets = {
  readonly sent: (part: string) => Promise<number>;
  readonly received: (part: string) => Promise<number>;
};

declare global {
  interface Window {
    benchSockets: Sockets;
  }
}
