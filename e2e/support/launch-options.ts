import type { LaunchOptions } from '@playwright/test';
import { microphoneFile } from './microphone-file.ts';

/** How Chromium is started; `asksForMicrophone`: without the automatic "yes" to every question of the browser. */
export function launchOptions({ asksForMicrophone = false } = {}): LaunchOptions {
  const system = process.env['CHROMIUM_PATH'];
  return {
    ...(system !== undefined && { executablePath: system }),
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphoneFile()}`,
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      ...(asksForMicrophone ? [] : ['--use-fake-ui-for-media-stream']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
