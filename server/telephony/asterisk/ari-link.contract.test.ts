import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../composition/system-clock.ts';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import type { Log } from '../../ports/log.ts';
import { type Bench, createBench, eventually, failed } from '../contract/bench.testing.ts';
import { logEvents } from '../contract/event-log.testing.ts';
import { createAriTelephony } from './ari-telephony.ts';
import { type AsteriskRig, openAsteriskRig } from './asterisk-rig.testing.ts';

const logged: string[] = [];
const keep = (fields: object, message: string): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
const log: Log = { debug: keep, info: keep, warn: keep, error: keep };

describe('the link to Asterisk', () => {
  let rig: AsteriskRig;
  let bench: Bench;

  beforeAll(async () => {
    rig = await openAsteriskRig(log);
    bench = createBench(rig, logEvents(rig.telephony), 'link');
    await eventually(() => rig.telephony.status().state === 'connected');
  });
  beforeEach(() => bench.events.forget());
  afterAll(() => rig.close());

  it('knows the version', () => {
    expect(rig.telephony.status().version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('finds a PBX that hangs without a word, and comes back to it', async () => {
    rig.relay.freeze();
    // Two pings of the rig's half second, and some for the machine.
    await bench.events.next('disconnected', {}, 2_000);
    expect(await rig.telephony.createBridge('while-frozen')).toEqual(failed('pbxUnavailable'));
    expect(await rig.telephony.snapshot()).toEqual(failed('pbxUnavailable'));
    rig.relay.thaw();
    await bench.events.next('connected');
  });

  it('tells of every caller who comes and goes in a storm, once each and in order', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => `556${String(i).padStart(4, '0')}`);
    const callers = await Promise.all(numbers.map((dialled) => rig.dial({ dialled })));
    // Every second one gives up as soon as they have arrived, the others whenever it happens to be.
    const giveUp = (event: TelephonyEvent): void => {
      const index = event.type === 'legArrived' ? numbers.indexOf(event.leg.dialled) : -1;
      if (index % 2 === 0) callers[index]?.hangUp();
    };
    for (const event of bench.events.all()) giveUp(event);
    const unsubscribe = rig.telephony.subscribe(giveUp);
    for (const [i, caller] of callers.entries()) if (i % 2 === 1) systemClock.after((i * 7) % 200, caller.hangUp);
    await eventually(() => callers.every((caller) => caller.ended()));
    unsubscribe();
    const arrived = (): readonly string[] =>
      bench.events.all().flatMap((event) => (event.type === 'legArrived' ? [event.leg.legId] : []));
    await eventually(() => arrived().every((legId) => bench.events.of(legId).length === 2));
    for (const legId of arrived()) expect(bench.events.of(legId)).toEqual(['legArrived', 'legEnded']);
    expect(arrived().length).toBeGreaterThanOrEqual(30);
    expect(await rig.telephony.snapshot()).toEqual({ ok: true, value: { legs: [], bridges: [] } });
  });

  it('refuses what is no number, and a header that is none', async () => {
    const trunkNumber = '+15550100@elsewhere/sip:x';
    expect(await rig.telephony.originate(bench.request({ trunkNumber }))).toEqual(failed('refusedByPbx'));
    const headers = { 'X-A)\r\nX-B': 'x' };
    const request = bench.request({ trunkNumber: '+15550100' }, { headers });
    expect(await rig.telephony.originate(request)).toEqual(failed('refusedByPbx'));
  });

  it('lets go when another server takes over, and does not fight for it', async () => {
    const { legId } = await bench.arriveAnswered();
    const { ari, stasisApp: app } = rig.asterisk;
    const successor = createAriTelephony({ ...ari, app, clock: systemClock, log, random: () => 0.5 });
    const seen = logEvents(successor);
    const { snapshot } = await seen.next('connected');
    expect(snapshot.legs.map((leg) => leg.legId)).toEqual([legId]);
    await bench.events.next('disconnected');
    expect(rig.telephony.status().state).toBe('down');
    expect(await rig.telephony.hangUp(legId)).toEqual(failed('pbxUnavailable'));
    expect((await successor.hangUp(legId)).ok).toBe(true);
    await seen.next('legEnded', { legId, cause: 'hungUp' });
    expect(seen.all().filter(({ type }) => type === 'disconnected')).toEqual([]);
    await successor.close();
  });

  it('has not logged a number of anybody', () => {
    expect(logged.length).toBeGreaterThan(3);
    expect(logged.filter((line) => /\+?\d{7,}/.test(line.replaceAll(/frontdesk-\d+\.\d+/g, '')))).toEqual([]);
  });
});
