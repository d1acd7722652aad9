// `npm start`: from a fresh clone to a running Frontdesk. Everything it needs it gets; this file itself needs only Node.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuild, ensureDependencies, ensureNode, root } from './bootstrap.mjs';
import { endWithParent } from './end-with-parent.mjs';

ensureNode();
// First of all: who ends npm while Asterisk is still being fetched means that, too.
if (process.env.npm_lifecycle_event === 'start') endWithParent();
const settingsFile = path.join(root, '.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
ensureDependencies();
ensureBuild();
if (!process.env.DATABASE_URL) (await import('./hydrate-postgres.mjs')).ensureHydrated();
if (!process.env.FRONTDESK_PBX_URL) {
  const { ensureAsterisk } = await import('./obtain-asterisk.mjs');
  await ensureAsterisk();
}
process.env.NODE_ENV ??= 'production';
// The server runs in this very process: signals arrive, and there is no child to lose.
await import(pathToFileURL(path.join(root, 'dist-server/main.js')).href);
