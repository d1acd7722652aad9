import path from 'node:path';
import { defineConfig } from 'vite';

/** The server, bundled for Node with its packages left outside; the guardian and the voice run as programs of their own. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist-server',
    target: 'node20',
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: path.resolve('server/main.ts'),
        guardian: path.resolve('server/guardian/guardian-main.ts'),
        'flite-worker': path.resolve('server/speech/flite/flite-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
