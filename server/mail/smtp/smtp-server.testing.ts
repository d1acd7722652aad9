import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Mail } from '../../ports/mailer.ts';
import { readMail } from './read-mail.testing.ts';

/** A mail server on loopback that keeps what it gets, and who signed in. */
export async function openSmtpServer(options: SMTPServerOptions = {}) {
  const received: Mail[] = [];
  const signedIn: string[] = [];
  const refused = new Map<string, number>();
  const refusal = (address: string, code: number) =>
    Object.assign(new Error(`not for ${address}`), { responseCode: code });
  const create = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username = '', password = '' }, _session, done) => {
        if (password !== 'secret') return done(refusal('you', 535));
        signedIn.push(username);
        done(null, { user: username });
      },
      onRcptTo: ({ address }, _session, done) => {
        const code = refused.get(address);
        done(code === undefined ? null : refusal(address, code));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (stream.sizeExceeded) return done(refusal('us: too long', 552));
          const [to] = envelope.rcptTo;
          received.push(readMail(Buffer.concat(chunks).toString('latin1'), to?.address ?? ''));
          done();
        });
      },
      ...options,
    });
  const listen = (port: number): Promise<SMTPServer> =>
    new Promise((resolve) => {
      const server = create();
      // A client that minds our certificate is one of the tests.
      server.on('error', () => {});
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  const end = (server: SMTPServer): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  let server: SMTPServer | null = await listen(0);
  const address = server.server.address();
  const { port }: Pick<AddressInfo, 'port'> = typeof address === 'object' && address !== null ? address : { port: 0 };
  const goDown = async (): Promise<void> => {
    if (server !== null) await end(server);
    server = null;
  };
  return {
    port,
    received,
    signedIn,
    refuse: (to: string, code = 550): void => void refused.set(to, code),
    goDown,
    comeBack: async (): Promise<void> => {
      server = await listen(port);
    },
    close: goDown,
  };
}
