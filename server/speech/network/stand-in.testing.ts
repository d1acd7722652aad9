import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export type Received = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Reply = { readonly status?: number; readonly type: string; readonly body: string | Buffer };
/** Answers, or does what a provider should not. */
export type Misbehaviour = (response: ServerResponse) => void;

export type StandIn = {
  readonly url: string;
  readonly received: readonly Received[];
  /** How it answers to texts from now on; null: well. Lists of voices are asked with GET, and stay right. */
  readonly misbehave: (how: Misbehaviour | null) => void;
  /** Resolves when the next request has come. */
  readonly arrival: () => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** A provider on this machine: `serve` answers as the real one does, and refuses what that would refuse. */
export async function openStandIn(serve: (request: Received) => Reply): Promise<StandIn> {
  const received: Received[] = [];
  let misbehaviour: Misbehaviour | null = null;
  const server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body };
      received.push(request);
      server.emit('arrived');
      if (misbehaviour !== null && method === 'POST') return misbehaviour(response);
      return send(serve(request))(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    misbehave: (how) => {
      misbehaviour = how;
    },
    arrival: () => once(server, 'arrived'),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export const send =
  ({ status = 200, type, body }: Reply): Misbehaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
  };

export const json = (content: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(content),
});

/** What stands for speech: a tone, 60 ms a character. */
export function spokenTone(words: string, speed: number, sampleRate: number): Buffer {
  const sound = Buffer.alloc(2 * Math.round((words.length * 0.06 * sampleRate) / speed));
  for (let i = 0; i < sound.length / 2; i += 1) {
    sound.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * 440 * i) / sampleRate)), 2 * i);
  }
  return sound;
}

/** Text that was put into XML, as it was; undefined where it was not put into it well. */
export function textInXml(content: string): string | undefined {
  if (/[<>]|&(?!(amp|lt|gt|quot|apos);)/.test(content)) return undefined;
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return content.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? '');
}
