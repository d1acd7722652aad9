import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { TranscriberRig } from '../transcriber-contract.testing.ts';

export type Posted = {
  readonly path: string;
  readonly key: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  /** Of the file, as it came. */
  readonly sound: Buffer;
};
/** Undefined: it would refuse that. */
export type Serve = (posted: Posted) => unknown;

/** A provider on this machine, which reads forms as the real ones do. */
export async function openTranscriptStandIn(serve: { readonly words: Serve; readonly silence: Serve }) {
  const posts: Posted[] = [];
  let how: Parameters<TranscriberRig['misbehave']>[0] | null = null;
  const server = createServer((incoming, response) => {
    void posted(incoming).then((post) => take(response, post));
  });
  const take = (response: ServerResponse, post: Posted): void => {
    posts.push(post);
    server.emit('asked');
    answer(response, post);
  };
  const answer = (response: ServerResponse, post: Posted): void => {
    if (how === 'hanging') return;
    if (how === 'gone') return void response.destroy();
    const content = how === 'silent' ? serve.silence(post) : serve.words(post);
    const status = how === 'refusing' ? 503 : content === undefined ? 400 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(how === 'garbage' ? '{"odd":' : JSON.stringify(content ?? { error: 'no' }));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts,
    misbehave: async (next: Parameters<TranscriberRig['misbehave']>[0]) => {
      how = next;
    },
    asked: () => once(server, 'asked'),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function posted(incoming: IncomingMessage): Promise<Posted> {
  const body = await buffer(incoming);
  const type = incoming.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const file = form.get('file');
  const fields = [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return {
    path: incoming.url ?? '',
    key: incoming.headers.authorization,
    fields: Object.fromEntries(fields),
    sound: file === null || typeof file === 'string' ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer()),
  };
}
