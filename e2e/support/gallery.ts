import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const source = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/testing/gallery');

/** The gallery of all states, served to whoever knows its address. */
export type GalleryServer = { readonly url: string; readonly close: () => Promise<void> };

/** Builds the gallery into a temporary folder and serves it on a free port of loopback; closing takes both away. */
export async function startGallery(): Promise<GalleryServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'frontdesk-gallery-'));
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', minify: false, reportCompressedSize: false },
  });
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://gallery').pathname;
    const file = path.join(folder, name === '/' ? 'index.html' : path.normalize(name));
    const stream = createReadStream(file);
    stream.once('open', () => response.writeHead(200, { 'content-type': typeOf(file) }));
    stream.once('error', () => response.writeHead(404).end());
    stream.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const typeOf = (file: string): string => types[path.extname(file)] ?? 'application/octet-stream';
