import type { BrowserContext } from '@playwright/test';
import { installHear } from './hear.ts';
import { installPress } from './press.ts';
import { installRedraws } from './redraws.ts';
import { installRinger } from './ringer.ts';
import { installSee } from './see.ts';
import { installSockets } from './sockets.ts';

/** tsx gives every function its name by a helper of its own, which a page does not have. */
const nameHelper = 'globalThis.__name ??= (named) => named;';

/** Gives every page of the context, from its beginning, what it is measured with. */
export async function installInPages(context: BrowserContext): Promise<void> {
  const installs = [installSee, installPress, installHear, installRinger, installSockets, installRedraws];
  const parts = installs.map((part) => `(${part.toString()})();`);
  await context.addInitScript({ content: [nameHelper, ...parts].join('\n') });
}
