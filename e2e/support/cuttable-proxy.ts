import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network cable between a browser and its Frontdesk, which can be pulled. Sound goes another way, as it does in life. */
export type CuttableProxy = {
  /** What the page is opened at. */
  readonly origin: string;
  /** Ends every connection at once, and takes none until it is mended. */
  readonly cut: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

type Relayed = { readonly page: Socket; readonly server: Socket };

export async function openCuttableProxy(url: string): Promise<CuttableProxy> {
  const target = Number(new URL(url).port);
  const relayed = new Set<Relayed>();
  let isCut = false;
  const listener = createServer((page) => {
    // Whoever is cut off in mid-word says so; `close` follows.
    page.on('error', () => undefined);
    if (isCut) return void page.destroy();
    const one = { page, server: connect(target, '127.0.0.1') };
    relayed.add(one);
    relay(one, () => relayed.delete(one));
    return undefined;
  });
  const port = await listen(listener);
  const endAll = (): void => relayed.forEach(end);
  return {
    origin: `http://localhost:${port}`,
    cut: () => {
      isCut = true;
      endAll();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      endAll();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}

async function listen(listener: Server): Promise<number> {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return address.port;
}

function relay(one: Relayed, gone: () => void): void {
  const { page, server } = one;
  server.on('error', () => undefined);
  for (const [from, to] of [
    [page, server],
    [server, page],
  ] as const) {
    from.setNoDelay(true);
    from.on('data', (data) => to.write(data));
    from.on('close', () => {
      gone();
      end(one);
    });
  }
}

function end({ page, server }: Relayed): void {
  page.destroy();
  server.destroy();
}
