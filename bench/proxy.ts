import { rightNow } from './clock.ts';
import { connect, createServer, type Socket } from 'node:net';

/** A TCP relay that can be cut: between a page and its server. */
export type Proxy = {
  /** What the page is opened at. */
  readonly origin: string;
  /** Where connections go from now on. */
  readonly leadTo: (port: number) => void;
  /** Closes the connections whose request began with that path, at both ends. Answers how many there were. */
  readonly cut: (path: string) => number;
  /** When a page next opens a connection for that path; ms since the epoch. */
  readonly opened: (path: string) => Promise<number>;
  /** When the server next says something to a page that holds; ms since the epoch. Short messages only. */
  readonly said: (holds: (text: string) => boolean) => Promise<number>;
  /** From now on nothing passes in the connections that are open, and neither side is told; new ones work. */
  readonly swallow: () => void;
  readonly close: () => Promise<void>;
};

/** What the relay tells of: a request that begins a connection, or what a server says. */
type Heard = (what: 'opened' | 'said', text: string) => void;
type Relayed = { readonly page: Socket; readonly server: Socket; path: string; swallowing: boolean };

export async function openProxy(): Promise<Proxy> {
  const relayed = new Set<Relayed>();
  const ears = new Set<Heard>();
  const hear: Heard = (what, text) => {
    for (const ear of ears) ear(what, text);
  };
  let target = 0;
  const listener = createServer((page) => {
    const one: Relayed = { page, server: connect(target, '127.0.0.1'), path: '', swallowing: false };
    relayed.add(one);
    relay(one, hear, () => relayed.delete(one));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    origin: `http://localhost:${address.port}`,
    leadTo: (port) => void (target = port),
    cut: (path) => {
      const found = [...relayed].filter((one) => one.path.startsWith(path));
      for (const one of found) end(one);
      return found.length;
    },
    opened: (path) => first(ears, 'opened', (text) => text.startsWith(path)),
    said: (holds) => first(ears, 'said', holds),
    swallow: () => {
      for (const one of relayed) one.swallowing = true;
    },
    close: () => {
      for (const one of relayed) end(one);
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}

const givesUpAfterMs = 30_000;

function first(ears: Set<Heard>, wanted: Parameters<Heard>[0], holds: (text: string) => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const forget = (): void => {
      ears.delete(ear);
      clearTimeout(late);
    };
    const late = setTimeout(() => {
      forget();
      reject(new Error(`nothing of what was waited for was ${wanted} in ${givesUpAfterMs} ms`));
    }, givesUpAfterMs);
    const ear: Heard = (what, text) => {
      if (what !== wanted || !holds(text)) return;
      forget();
      resolve(rightNow());
    };
    ears.add(ear);
  });
}

function relay(one: Relayed, hear: Heard, gone: () => void): void {
  const { page, server } = one;
  page.once('data', (request) => {
    one.path = request.toString('latin1').split(' ', 2)[1] ?? '';
    hear('opened', one.path);
  });
  server.on('data', (data) => one.swallowing || hear('said', data.toString('latin1')));
  for (const [from, to] of [
    [page, server],
    [server, page],
  ] as const) {
    from.setNoDelay(true);
    from.on('data', (data) => one.swallowing || to.write(data));
    const over = (): void => {
      gone();
      if (!one.swallowing) end(one);
    };
    from.on('close', over);
    // Whoever is cut off in mid-word says so; `close` follows.
    from.on('error', over);
  }
}

function end({ page, server }: Relayed): void {
  page.destroy();
  server.destroy();
}
