import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The guardian's own program: the source while we run from source, else the entry `guardian.js` of the built server. */
export function guardianEntry(root: string): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts')
    ? path.join(path.dirname(here), 'guardian-main.ts')
    : path.join(root, 'dist-server/guardian.js');
}

/** Node's arguments to run that program; from source through tsx, without its cache in the temporary folder. */
export function nodeArguments(entry: string): readonly string[] {
  if (!entry.endsWith('.ts')) return [entry];
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return ['--import', pathToFileURL(tsx).href, entry];
}
