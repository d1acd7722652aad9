import { ensureBrowser } from './bootstrap.mjs';
import { ensureHydrated } from './hydrate-postgres.mjs';
import { ensureAsterisk } from './obtain-asterisk.mjs';

/** What tests and benchmarks with a real PBX, a real database and a real browser need; where the browser is goes into CHROMIUM_PATH. */
export async function prepareEngines() {
  ensureHydrated();
  await ensureAsterisk();
  process.env.CHROMIUM_PATH = ensureBrowser();
}
