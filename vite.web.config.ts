import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { buildServiceWorker } from './scripts/build-service-worker.ts';

/** Where a server of yours listens while you work on the page; one port in production, two in development. */
const server = process.env['FRONTDESK_SERVER'] ?? 'http://127.0.0.1:8080';
const outDir = 'dist-web';

/** The text font is on the first screen: asking for it before the style sheet has been read spares a flash of another. */
const preloadTextFont: Plugin = {
  name: 'preload-text-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /hyperlegible-next-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          injectTo: 'head' as const,
        })),
  },
};

/**
 * A desk needs the console, and the telephone soon after. The browser fetches both, with all they are made of, while the
 * entry is still on its way, instead of one after the other as each is found to be wanted.
 */
const preloadDesk: Plugin = {
  name: 'preload-desk',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const wanted = new Set<string>();
      const want = (fileName: string): void => {
        if (wanted.has(fileName)) return;
        wanted.add(fileName);
        for (const part of chunks.find((chunk) => chunk.fileName === fileName)?.imports ?? []) want(part);
      };
      for (const { facadeModuleId, fileName } of chunks)
        if (/\/(signed-in\.tsx|sip-phone-line\.ts)$/.test(facadeModuleId ?? '')) want(fileName);
      return [...wanted]
        .filter((fileName) => !html.includes(fileName))
        .map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${fileName}`, crossorigin: '' },
          injectTo: 'head' as const,
        }));
    },
  },
};

/** The worker knows the finished files; texts are compressed once here, and not by the server for each visitor. */
const finish: Plugin = {
  name: 'finish',
  apply: 'build',
  // Not `closeBundle`: that is called after a build that failed as well.
  writeBundle: async () => {
    await buildServiceWorker(outDir);
    const files = await readdir(outDir, { recursive: true });
    const texts = files.filter((file) => /\.(html|js|css|svg|webmanifest)$/.test(file));
    await Promise.all(texts.map((file) => compress(join(outDir, file))));
  },
};

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  const [gz, br] = await Promise.all([promisify(gzip)(content, { level: 9 }), promisify(brotliCompress)(content)]);
  await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
}

export default defineConfig({
  plugins: [react(), preloadTextFont, preloadDesk, finish],
  // Everything the page loads is a file of its own, because the content security policy allows no data: scripts or fonts.
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    // In one file modules run in the order they are imported in, so that zod is told what it must not try (see
    // src/lib/parse-without-eval.ts) before it makes the first schema. The page, the console and the telephone are one
    // file each as well: forty small ones take a browser longer than what is in them.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'protocol', test: /node_modules\/zod\/|shared\/|parse-without-eval/ },
            { name: 'page', tags: ['$initial'], test: /^(?!.*\/(?:main\.tsx|index\.html))/ },
            { name: 'desk', test: /\/signed-in\.tsx$/ },
            { name: 'telephone', test: /\/sip-phone-line\.ts$/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/events': { target: server, ws: true },
      '/sip': { target: server, ws: true },
    },
  },
});
