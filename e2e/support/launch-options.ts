import type { LaunchOptions } from '@playwright/test';
import { microphoneFile } from './microphone-file.ts';

type LaunchChoices = {
  /** Without the automatic "yes" to every question of the browser. */
  readonly asksForMicrophone?: boolean;
  /** What the microphone hears all the time. */
  readonly microphone?: 'tone' | 'silence';
  /** It plays nothing until somebody has pressed something on the page, as it comes to people. */
  readonly blocksSound?: boolean;
};

/** How Chromium is started. */
export function launchOptions(choices: LaunchChoices = {}): LaunchOptions {
  const { asksForMicrophone = false, microphone = 'tone', blocksSound = false } = choices;
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
      `--autoplay-policy=${blocksSound ? 'document-user-activation-required' : 'no-user-gesture-required'}`,
      ...(asksForMicrophone ? [] : ['--use-fake-ui-for-media-stream']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  };
}
