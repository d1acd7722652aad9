import type { LaunchOptions } from '@playwright/test';
import { microphoneFile } from './microphone-file.ts';

export type LaunchChoices = {
  /** Without the automatic "yes" to every question of the browser. */
  readonly asksForMicrophone?: boolean;
  /** What the microphone hears all the time. */
  readonly microphone?: 'tone' | 'silence';
};

/** How Chromium is started. */
export function launchOptions({ asksForMicrophone = false, microphone = 'tone' }: LaunchChoices = {}): LaunchOptions {
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
      `--use-file-for-fake-audio-capture=${microphoneFile(microphone)}`,
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      ...(asksForMicrophone ? [] : ['--use-fake-ui-for-media-stream']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
