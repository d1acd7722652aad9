import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/support/launch-options.ts';

/** Real calls in a real browser. Each worker has a Frontdesk of its own; its microphone hears a tone of 880 Hz. */
export default defineConfig({
  testDir: 'e2e/specs',
  fullyParallel: false,
  // They mostly wait for calls, which take the time they take.
  workers: 2,
  // One that fails on CI is tried again, twice at most, and said to have been; second-attempts.ts counts them.
  retries: process.env['CI'] === undefined ? 0 : 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./e2e/support/second-attempts.ts']],
  outputDir: 'test-results',
  use: {
    trace: 'retain-on-failure',
    permissions: ['microphone', 'notifications', 'screen-wake-lock'],
    launchOptions: launchOptions(),
  },
});
