import path from 'node:path';
import { defineConfig } from 'vite';

/** The server, bundled for Node with its packages left outside; the guardian, the voice and the work on sound run on their own. */
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
        'sound-worker': path.resolve('server/media/sound-worker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
