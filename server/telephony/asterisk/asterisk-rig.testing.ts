import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { leavesItToListener } from '../../../caller/answer-policy.ts';
import type { SipCall } from '../../../caller/call/sip-call.ts';
import { silence, tone } from '../../../caller/media/audio-source.ts';
import { readWav, writeWav } from '../../../caller/media/wav.ts';
import { headerOf } from '../../../caller/sip/message.ts';
import { SipCaller } from '../../../caller/sip-caller.ts';
import { systemClock } from '../../composition/system-clock.ts';
import type { Log } from '../../ports/log.ts';
import { patience } from '../contract/event-log.testing.ts';
import type { RigDevice, RigTarget, TelephonyRig } from '../contract/rig.testing.ts';
import { silentLog } from '../silent-log.testing.ts';
import { createAriTelephony } from './ari-telephony.ts';
import { edgeHeader } from './console-endpoint.ts';
import { openRelay, type Relay } from './relay.testing.ts';
import { startTestAsterisk, type TestAsterisk } from './testing/test-asterisk.ts';
import { openWsConsole } from './ws-console.testing.ts';

/** The carrier's address: the PBX knows its trunk by it. */
const carrier = '127.0.0.40';
const promptHz = 500;

export type AsteriskRig = TelephonyRig & { readonly relay: Relay; readonly asterisk: TestAsterisk };

/** A real Asterisk with telephones around it. The driver reaches it through a relay that can be cut. */
export async function openAsteriskRig(log: Log = silentLog): Promise<AsteriskRig> {
  const outside = await SipCaller.listen({ number: 'carrier', localAddress: carrier, answers: leavesItToListener });
  const asterisk = await startTestAsterisk({
    trunkMatch: [carrier],
    trunkContact: `sip:${carrier}:${outside.address.port}`,
  });
  const relay = await openRelay(Number(new URL(asterisk.ari.url).port));
  const url = asterisk.ari.url.replace(/:\d+/, `:${relay.port}`);
  const telephony = createAriTelephony({
    ...asterisk.ari,
    url,
    app: asterisk.stasisApp,
    clock: systemClock,
    log,
    random: () => 0.5,
    pingEveryMs: 500,
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'fd-rig-'));
  const prompt = { path: path.join(folder, 'prompt.wav'), hz: promptHz };
  writeFileSync(prompt.path, writeWav(samplesOf(promptHz, 600)));
  const callers: SipCaller[] = [];
  const server = { host: '127.0.0.1', port: asterisk.sipPort };
  return {
    telephony,
    relay,
    asterisk,
    prompt,
    dial: async ({ dialled, number = '+15550000', name = '', hz = 300, withheld = false, ...rest }) => {
      const { divertedFrom, assertedIdentity, headers = {} } = rest;
      const caller = await SipCaller.open({
        number,
        name,
        server,
        withheld,
        headers,
        localAddress: carrier,
        plays: tone(hz),
        ...(assertedIdentity === undefined ? {} : { assertedIdentity }),
        ...(divertedFrom === undefined ? {} : { diversion: { number: divertedFrom, reason: 'no-answer' } }),
      });
      callers.push(caller);
      const dialling = await caller.dial(dialled);
      if (!dialling.ok) throw new Error(`the caller could not dial: ${dialling.error}`);
      return deviceOf(() => dialling.value, hz);
    },
    target: (number, hz = 300) => targetOn(outside, number, hz),
    console: async (admission) => {
      expect((await telephony.admitConsole(admission)).ok).toBe(true);
      const { consoleId, secret } = admission;
      const { wsUrl, localAddress } = asterisk.edge;
      return openWsConsole({ url: wsUrl, localAddress, consoleId, edgeHeader: [edgeHeader, secret] });
    },
    recordedMs: (recordingId) => lengthOf(path.join(asterisk.recordingsFolder, `${recordingId}.wav`)),
    breakConnection: async () => {
      relay.cut();
      await vi.waitFor(() => expect(telephony.status().state).not.toBe('connected'), patience());
    },
    crash: async () => {
      const pid = asterisk.pid();
      if (pid === undefined) throw new Error('there is no PBX to crash');
      const restarted = new Promise<void>((resolve) => void asterisk.onRestart(resolve));
      process.kill(pid, 'SIGKILL');
      await restarted;
    },
    close: async () => {
      await telephony.close();
      await Promise.all([outside, ...callers].map((caller) => caller.close()));
      await relay.close();
      await asterisk.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function deviceOf(call: () => SipCall, hz: number): RigDevice {
  return {
    statuses: () => call().statuses,
    ended: () => call().state === 'terminated',
    hangUp: () => void call().hangUp(),
    press: (digits) => void call().press(digits, { durationMs: 100, gapMs: 60 }),
    hold: () => void call().hold(),
    resume: () => void call().resume(),
    speaks: (speaking) => call().plays(speaking ? tone(hz) : silence()),
    packetsHeard: () => call().packets().received,
    hears: (what) => call().hears(what),
    hearsNothing: () => call().level() < 0.005,
    digitsHeard: () => call().digits,
  };
}

function targetOn(outside: SipCaller, number: string, hz: number): RigTarget {
  let taken: SipCall | null = null;
  const stop = outside.onIncoming((call) => {
    if (!call.invite?.uri.startsWith(`sip:${number}@`)) return;
    stop();
    taken = call;
    call.plays(tone(hz));
    call.ring();
  });
  const call = (): SipCall => {
    if (taken === null) throw new Error(`${number} was not called yet`);
    return taken;
  };
  return {
    ...deviceOf(call, hz),
    alerts: () => taken?.state === 'alerting',
    header: (name) => {
      const { invite } = call();
      return invite === undefined ? null : (headerOf(invite, name) ?? null);
    },
    answer: () => void call().answer(),
    reject: (status) => void call().reject(status),
  };
}

const samplesOf = (hz: number, ms: number): Int16Array =>
  Int16Array.from({ length: ms * 8 }, (_, i) => Math.round(9000 * Math.sin((2 * Math.PI * hz * i) / 8000)));

function lengthOf(file: string): number | null {
  if (!existsSync(file)) return null;
  const wav = readWav(readFileSync(file));
  return wav.ok ? wav.value.length / 8 : null;
}
