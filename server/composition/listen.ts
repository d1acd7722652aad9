import { createServer } from 'node:net';
import { FailedStart } from './failed-start.ts';
import { holderOfPort } from './holder-of-port.ts';

/** What listens; the web framework stays in server/http. */
type Listening = { readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<unknown> };

/** Says at once that the port cannot be had, before anything is started that would be stopped again. */
export const tryToListen = (host: string, port: number): Promise<void> =>
  listen(
    {
      listen: (at) =>
        new Promise((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(at, () => server.close(() => resolve(undefined)));
        }),
    },
    host,
    port,
  );

/** Opens the port; one that is taken is named, with who holds it where that can be known. */
export async function listen(app: Listening, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      const holder = holderOfPort(port);
      throw new FailedStart(
        `FRONTDESK_PORT: port ${port} is in use${holder === null ? '' : ` by ${holder}`}. Stop it or choose another port.`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new FailedStart(`FRONTDESK_HOST: this machine has no address ${host}.`);
    }
    if (code === 'EACCES') throw new FailedStart(`FRONTDESK_PORT: you may not listen on port ${port}.`);
    throw error;
  }
}
