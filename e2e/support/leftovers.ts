import { expect } from '@playwright/test';
import type { Instance } from './instance.ts';
import { readMetrics } from './metrics.ts';
import { openRtpPorts } from './open-rtp-ports.ts';

const patienceMs = 40_000;

/** Every call is over, down to its sockets in the PBX and its timers; browsers may still be there. */
export async function expectNoCallLeft(frontdesk: Instance): Promise<void> {
  await expect
    .poll(async () => callsOf(frontdesk, await readMetrics(frontdesk.url)), {
      timeout: patienceMs,
      message: 'a call was left behind',
    })
    .toEqual(noCall);
}

/** After a test nothing of it may be left: no call, leg, bridge, timer, RTP port, and no socket of a browser. */
export async function expectNothingLeft(frontdesk: Instance): Promise<void> {
  await expect
    .poll(
      async () => {
        const number = await readMetrics(frontdesk.url);
        return {
          ...callsOf(frontdesk, number),
          consoles: number('frontdesk_ready_consoles'),
          streams: number('frontdesk_event_streams'),
          browsers: number('frontdesk_edge{what="open"}'),
        };
      },
      { timeout: patienceMs, message: 'something was left behind' },
    )
    .toEqual({ ...noCall, consoles: 0, streams: 0, browsers: 0 });
}

/**
 * A while after the last test, when no page can come back any more, nothing waits for one: no socket of either side of the SIP edge,
 * no timer of a desk. Those of the PBX are the ones that look after it, as when nobody had called yet.
 */
export async function expectRest(frontdesk: Instance, standing: Standing): Promise<void> {
  await expect
    .poll(
      async () => {
        const number = await readMetrics(frontdesk.url);
        return {
          sockets: number('frontdesk_edge{what="sockets"}'),
          lingering: number('frontdesk_edge{what="lingering"}'),
          edge: number('frontdesk_timers{for="edge"}'),
          desks: number('frontdesk_timers{for="desks"}'),
          pbx: Math.max(number('frontdesk_timers{for="pbx"}'), standing.pbx),
        };
      },
      { timeout: patienceMs, message: 'something still waits' },
    )
    .toEqual({ sockets: 0, lingering: 0, edge: 0, desks: 0, pbx: standing.pbx });
}

/** Timers that run all the time. */
export type Standing = { readonly pbx: number };

export const standingOf = async (frontdesk: Instance): Promise<Standing> => ({
  pbx: (await readMetrics(frontdesk.url))('frontdesk_timers{for="pbx"}'),
});

const noCall = { calls: 0, legs: 0, bridges: 0, rtpPorts: 0, timers: 0 };

const callsOf = (frontdesk: Instance, number: (name: string) => number): typeof noCall => ({
  calls: number('frontdesk_live_calls'),
  legs: number('frontdesk_pbx_legs'),
  bridges: number('frontdesk_pbx_bridges'),
  rtpPorts: openRtpPorts(number('frontdesk_pbx_pid'), frontdesk.rtp).length,
  timers: number('frontdesk_timers{for="calls"}'),
});
