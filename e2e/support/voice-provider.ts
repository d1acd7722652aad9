import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';

export type VoiceProvider = {
  /** For FRONTDESK_OPENAI_SPEECH_URL. */
  readonly url: string;
  /** What it was asked to say. */
  readonly asked: readonly string[];
  /** Refuses everybody from now on. */
  readonly refuse: () => void;
  readonly close: () => Promise<void>;
};

const sampleRate = 24_000;

/** A provider of voices on this machine that says everything as a tone, 60 ms a character. */
export async function startVoiceProvider(hz: number): Promise<VoiceProvider> {
  const asked: string[] = [];
  let status = 200;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const input = textOf(await json(request));
    asked.push(input);
    response.writeHead(status, { 'content-type': status === 200 ? 'audio/pcm' : 'application/json' });
    response.end(status === 200 ? toneFor(input, hz) : '{}');
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    refuse: () => {
      status = 503;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const textOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'input' in body && typeof body.input === 'string' ? body.input : '';

function toneFor(text: string, hz: number): Buffer {
  const sound = Buffer.alloc(2 * Math.round(text.length * 0.06 * sampleRate));
  for (let i = 0; i < sound.length / 2; i += 1) {
    sound.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hz * i) / sampleRate)), 2 * i);
  }
  return sound;
}
