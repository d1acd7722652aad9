import { chromium, type BrowserContext } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { launchOptions } from '../e2e/support/launch-options.ts';
import { installInPages } from './in-page/install.ts';
import { closingAfter } from './interruption.ts';
import { newDataFolder, permissions } from './stage.ts';

/**
 * Does its work in a browser with an ordinary profile on disk, as people have: unlike a private window it keeps files
 * and compiled code from one visit to the next.
 */
export async function inProfile<Value>(work: (context: BrowserContext) => Promise<Value>): Promise<Value> {
  const folder = await newDataFolder();
  const signals = { handleSIGINT: false, handleSIGTERM: false };
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return closingAfter(removeFolder, async () => {
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), ...signals, permissions });
    return closingAfter(
      () => context.close(),
      async () => {
        await installInPages(context);
        return work(context);
      },
    );
  });
}
