import { defineConfig } from '@playwright/test';
import { microphoneFile } from './e2e/support/microphone-file.ts';

const isRoot = process.getuid?.() === 0;
const system = process.env['CHROMIUM_PATH'];

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
    launchOptions: {
      ...(system !== undefined && { executablePath: system }),
      args: [
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-audio-capture=${microphoneFile()}`,
        '--allow-loopback-in-peer-connection',
        '--autoplay-policy=no-user-gesture-required',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
