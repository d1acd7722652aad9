import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { Shell } from '../src/service-worker/route-of.ts';
import { shellFiles, type Manifest } from './shell-files.ts';

/** In index.html; what a page is built as takes its place. */
const unbuilt = 'content="unbuilt"';

/**
 * Builds the service worker of what has just been built into the folder: a program of its own, in which the list of the
 * files it keeps is written down. Page and worker are told the version, which changes whenever any of these files does.
 */
export async function buildServiceWorker(folder: string): Promise<void> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'));
  const page = join(folder, 'index.html');
  const html = await readFile(page, 'utf8');
  if (!html.includes(unbuilt)) throw new Error(`index.html has no ${unbuilt} for its version`);
  const hashed = shellFiles(manifest);
  const fixed = await fixedFiles(folder);
  const version = versionOf([html, ...hashed, ...(await contents(folder, fixed))]);
  await writeFile(page, html.replace(unbuilt, `content="${version}"`));
  await bundle(folder, { version, hashed, named: ['/', ...fixed.map((file) => `/${file}`)] });
}

/** What the build takes over as it is, beside the page: small, and the same name in every version. */
async function fixedFiles(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files.filter((file) => /\.(js|svg|webmanifest)$/.test(file) && file !== 'service-worker.js').toSorted();
}

const contents = (folder: string, files: readonly string[]): Promise<readonly string[]> =>
  Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));

function versionOf(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function bundle(folder: string, shell: Shell): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { frontdeskShell: JSON.stringify(shell) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      reportCompressedSize: false,
      // A classic script: browsers that know no module workers keep the shell as well.
      lib: {
        entry: resolve('src/service-worker/service-worker.ts'),
        formats: ['iife'],
        name: 'frontdesk',
        fileName: () => 'service-worker.js',
      },
    },
  });
}
