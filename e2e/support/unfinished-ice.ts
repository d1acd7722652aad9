import type { BrowserContext } from '@playwright/test';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Ends the pretence's own address. */
type Unfinished = { readonly close: () => Promise<void> };

/**
 * What these pages answer keeps the PBX's half of ICE from ever being finished: a password that is not theirs, so that
 * its checks of their addresses fail, and an address at which nobody answers. Their own checks succeed, and their offers
 * are right.
 */
export async function leaveIceUnfinished(context: BrowserContext): Promise<Unfinished> {
  const silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  await context.addInitScript(spoilAnswers, silent.address().port);
  return { close: () => new Promise((resolve) => silent.close(() => resolve())) };
}

// Runs inside the page, so it must stand on its own.
function spoilAnswers(port: number): void {
  const described = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'localDescription');
  const spoil = (sdp: string): string =>
    sdp
      .replaceAll(/^a=ice-pwd:.*$/gm, `a=ice-pwd:${'0'.repeat(24)}`)
      .replace(/^a=ice-ufrag:/m, `a=candidate:9 1 udp 2130706431 127.0.0.1 ${String(port)} typ host\r\na=ice-ufrag:`);
  Object.defineProperty(RTCPeerConnection.prototype, 'localDescription', {
    configurable: true,
    get(this: RTCPeerConnection) {
      const description: unknown = described?.get?.call(this);
      if (!(description instanceof RTCSessionDescription) || description.type !== 'answer') return description;
      return new RTCSessionDescription({ type: 'answer', sdp: spoil(description.sdp) });
    },
  });
}
