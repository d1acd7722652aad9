import { expect } from '@playwright/test';
import type { Instance } from './instance.ts';
import { metric } from './metrics.ts';
import { openRtpPorts } from './open-rtp-ports.ts';

/** After a test nothing of it may be left: no call, leg, bridge, socket or RTP port. */
export async function expectNothingLeft(frontdesk: Instance): Promise<void> {
  await expect
    .poll(
      async () => ({
        calls: await metric(frontdesk.url, 'frontdesk_live_calls'),
        legs: await metric(frontdesk.url, 'frontdesk_pbx_legs'),
        bridges: await metric(frontdesk.url, 'frontdesk_pbx_bridges'),
        consoles: await metric(frontdesk.url, 'frontdesk_ready_consoles'),
        streams: await metric(frontdesk.url, 'frontdesk_event_streams'),
        rtpPorts: openRtpPorts(await metric(frontdesk.url, 'frontdesk_pbx_pid'), frontdesk.rtp).length,
      }),
      { timeout: 20_000, message: 'something was left behind' },
    )
    .toEqual({ calls: 0, legs: 0, bridges: 0, consoles: 0, streams: 0, rtpPorts: 0 });
}
