import { expect } from '@playwright/test';
import type { Instance } from './instance.ts';
import { metric } from './metrics.ts';
import { openRtpPorts } from './open-rtp-ports.ts';

/** Every call is over, down to its sockets in the PBX; browsers may still be there. */
export async function expectNoCallLeft(frontdesk: Instance): Promise<void> {
  await expect
    .poll(() => callsOf(frontdesk), { timeout: 40_000, message: 'a call was left behind' })
    .toEqual({ calls: 0, legs: 0, bridges: 0, rtpPorts: 0 });
}

/** After a test nothing of it may be left: no call, leg, bridge, socket or RTP port. */
export async function expectNothingLeft(frontdesk: Instance): Promise<void> {
  await expect
    .poll(
      async () => ({
        ...(await callsOf(frontdesk)),
        consoles: await metric(frontdesk.url, 'frontdesk_ready_consoles'),
        streams: await metric(frontdesk.url, 'frontdesk_event_streams'),
      }),
      { timeout: 40_000, message: 'something was left behind' },
    )
    .toEqual({ calls: 0, legs: 0, bridges: 0, rtpPorts: 0, consoles: 0, streams: 0 });
}

const callsOf = async (frontdesk: Instance) => ({
  calls: await metric(frontdesk.url, 'frontdesk_live_calls'),
  legs: await metric(frontdesk.url, 'frontdesk_pbx_legs'),
  bridges: await metric(frontdesk.url, 'frontdesk_pbx_bridges'),
  rtpPorts: openRtpPorts(await metric(frontdesk.url, 'frontdesk_pbx_pid'), frontdesk.rtp).length,
});
