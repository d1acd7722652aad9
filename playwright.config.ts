import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/support/launch-options.ts';

/** Real calls in a real browser. Each worker has a Frontdesk of its own; its microphone hears a tone of 880 Hz. */
export default defineConfig({
  testDir: 'e2e/specs',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    trace: 'retain-on-failure',
    permissions: ['microphone', 'notifications', 'screen-wake-lock'],
    launchOptions: launchOptions(),
  },
});
