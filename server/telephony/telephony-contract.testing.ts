import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { arrivalContract } from './contract/arrivals.testing.ts';
import { type Bench, createBench, eventually } from './contract/bench.testing.ts';
import { logEvents } from './contract/event-log.testing.ts';
import { mediaContract } from './contract/media.testing.ts';
import { outageContract } from './contract/outage.testing.ts';
import { outgoingContract } from './contract/outgoing.testing.ts';
import { recordingContract } from './contract/recording.testing.ts';
import type { TelephonyRig } from './contract/rig.testing.ts';

/** What every driver of the Telephony port keeps. The rig is made once; each test leaves no leg behind. */
export function telephonyContract(name: string, makeRig: () => Promise<TelephonyRig>): void {
  describe(`${name} keeps the telephony contract`, () => {
    let bench: Bench;

    beforeAll(async () => {
      const rig = await makeRig();
      const events = logEvents(rig.telephony);
      await eventually(() => rig.telephony.status().state === 'connected', 20_000);
      bench = createBench(rig, events, Date.now().toString(36));
    });

    beforeEach(() => bench.events.forget());

    afterEach(async () => {
      const { telephony } = bench.rig;
      const left = await telephony.snapshot();
      if (!left.ok) throw new Error('the PBX did not come back after the test');
      await Promise.all(left.value.legs.map(({ legId }) => telephony.hangUp(legId)));
      await Promise.all(left.value.bridges.map(({ bridgeId }) => telephony.destroyBridge(bridgeId)));
      await expect.poll(async () => telephony.snapshot()).toEqual({ ok: true, value: { legs: [], bridges: [] } });
    });

    afterAll(() => bench.rig.close());

    describe('callers', () => arrivalContract(() => bench));
    describe('legs we make', () => outgoingContract(() => bench));
    describe('sound', () => mediaContract(() => bench));
    describe('recordings', () => recordingContract(() => bench));
    describe('outages', () => outageContract(() => bench));
  });
}
