import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const loopback = '127.0.0.1';
const fileOf = (home: string): string => path.join(home, 'port');

/** Listens for a moment: the port when it is free (0: any free one), else undefined. */
export function probePort(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if ('code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) resolve(undefined);
      else reject(error);
    });
    server.listen(port, loopback, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

export function storedPort(home: string): number | undefined {
  const file = fileOf(home);
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return Number.isInteger(port) && port >= 1_024 && port <= 65_535 ? port : undefined;
}

/** The port of last time when it is free, else a new one, which is then kept. Undefined when there is none. */
export async function choosePort(home: string): Promise<number | undefined> {
  const stored = storedPort(home);
  if (stored !== undefined && (await probePort(stored)) !== undefined) return stored;
  const port = await probePort(0);
  if (port !== undefined) writeFileSync(fileOf(home), `${port}\n`, { mode: 0o600 });
  return port;
}
