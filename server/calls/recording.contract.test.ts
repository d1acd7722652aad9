import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answersAfter } from '../../caller/answer-policy.ts';
import type { SipCall } from '../../caller/call/sip-call.ts';
import { FarEnd } from '../../caller/far-end.ts';
import { tone } from '../../caller/media/audio-source.ts';
import { toneStrength } from '../../caller/media/goertzel.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import type { Call } from '../../shared/call/call.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { openSoundTools } from '../composition/open-sound-tools.ts';
import { systemClock } from '../composition/system-clock.ts';
import type { SoundTools } from '../ports/sound-tools.ts';
import type { RecordingRule } from '../ports/stores.ts';
import type { Telephony } from '../ports/telephony.ts';
import { writeWav } from '../speech/wav.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import { startTestAsterisk, type TestAsterisk } from '../telephony/asterisk/testing/test-asterisk.ts';
import { silentLog } from '../telephony/silent-log.testing.ts';
import { createMemoryObjects } from './archive-parts.testing.ts';
import { type CallCommands, createCallCommands } from './commands.ts';
import { createDesk } from './create-desk.ts';
import type { Desk } from './desk.ts';
import { testPrompts } from './greeting-parts.testing.ts';
import { connectTelephony, openRealDesk } from './real-desk.testing.ts';
import { openReception, type Reception } from './reception.ts';
import { createMemorySounds, createSilentSpeech } from './reply-parts.testing.ts';
import { channelsOf, hasHeard, pitchOf, toneSamples } from './recorded-sound.testing.ts';

const [carrier, trunk] = ['127.0.0.43', '127.0.0.44'];
const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
const deskNumber = '900001';
const [callerHz, deskHz, noticeHz] = [620, 880, 1200];

let folder: string;
let asterisk: TestAsterisk;
let outside: FarEnd;
let soundTools: SoundTools;
let ari: Telephony;
let desk: Desk;
let reception: Reception;
let commands: CallCommands;
let caller: SipCaller;
let objects: ReturnType<typeof createMemoryObjects>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fd-recording-'));
  writeFileSync(path.join(folder, 'notice.wav'), writeWav({ sampleRate: 8000, samples: toneSamples(noticeHz, 1000) }));
  outside = await FarEnd.open({ localAddress: trunk });
  outside.add(deskNumber, { answers: answersAfter(), plays: tone(deskHz) });
  asterisk = await startTestAsterisk({ trunkMatch: [carrier, trunk], trunkContact: outside.contact });
  // One for all: whoever leaves Asterisk's events and is back within milliseconds may be taken for the one who left.
  ari = await connectTelephony(asterisk);
  soundTools = openSoundTools({ clock: systemClock, log: silentLog });
});
afterAll(async () => {
  await ari.close();
  await soundTools.close();
  await outside.close();
  await asterisk.stop();
  rmSync(folder, { recursive: true });
});

/** The PBX, with a telephone in the place of Ana's browser, whose sound can be measured. */
const withDeskPhone = (telephony: Telephony): Telephony => ({
  ...telephony,
  originate: (request) =>
    telephony.originate('consoleId' in request.to ? { ...request, to: { trunkNumber: deskNumber } } : request),
});

beforeEach(async () => {
  objects = createMemoryObjects();
  desk = await openRealDesk({
    telephony: withDeskPhone(ari),
    replySpeech: createSilentSpeech(),
    sounds: createMemorySounds(),
    recordingStore: objects,
    soundTools,
    workshop: createFileWorkshop(path.join(folder, 'work')),
    prompts: { ...testPrompts, thisCallIsRecorded: path.join(folder, 'notice.wav') },
  });
  openDoors();
  const server = { host: '127.0.0.1', port: asterisk.sipPort };
  caller = await SipCaller.open({ number: '+15550001111', server, localAddress: carrier, plays: tone(callerHz) });
});
afterEach(async () => {
  await caller.close();
  reception.close();
});

function openDoors(): void {
  reception = openReception(desk);
  commands = createCallCommands(desk);
  reception.consoleReady({ agent: ana, queueIds: ['main'], pageId: 'page' });
}

async function setRule(recording: Partial<RecordingRule>): Promise<void> {
  const queues = await desk.directory.queues();
  const [queue] = queues.ok ? queues.value : [];
  if (queue === undefined) throw new Error('there is no queue');
  await desk.directory.saveQueue({ ...queue, recording: { ...queue.recording, ...recording } }, []);
}

async function theCall(): Promise<Call> {
  const recent = await desk.calls.recent({ limit: 1 });
  const call = recent.ok ? recent.value[0] : undefined;
  if (call === undefined) throw new Error('there was no call');
  return call;
}

const callIs = (expected: object): Promise<void> =>
  vi.waitFor(async () => expect(await theCall()).toMatchObject(expected), { timeout: 10_000, interval: 10 });

async function talk(): Promise<{ readonly id: string; readonly phone: SipCall }> {
  const dialled = await caller.dial('5550100');
  if (!dialled.ok) throw new Error(dialled.error);
  const phone = await outside.called(deskNumber);
  await callIs({ state: 'talking' });
  await caller.until(() => caller.hears(deskHz), 10_000, 'the desk');
  return { id: (await theCall()).id, phone };
}

/** So much is said. */
async function say(ms: number): Promise<void> {
  const from = performance.now();
  await caller.until(() => performance.now() - from >= ms, ms + 5_000, 'speech');
}

async function kept(callId: string): Promise<Recording> {
  return vi.waitFor(
    async () => {
      const found = await desk.recordings.ofCall(callId);
      const [recording] = found.ok ? found.value : [];
      if (recording === undefined) throw new Error('nothing is kept yet');
      return recording;
    },
    { timeout: 30_000, interval: 20 },
  );
}

/** Left and right, at 8 kHz. */
function soundOf({ id }: Recording) {
  const wav = objects.kept.get(`${id}.wav`);
  if (wav === undefined) throw new Error('there is no sound');
  return channelsOf(wav);
}

describe('a call that is recorded, on a real Asterisk', () => {
  it('has the caller left and our side right, music where it was held, silence where it was paused, and its true length', async () => {
    await setRule({ when: 'onDemand', notice: 'none' });
    const { id } = await talk();
    expect(await commands.startRecording(id, ana)).toEqual({ ok: true });
    const from = performance.now();
    await say(1_500);
    await commands.pauseRecording(id, ana);
    await say(1_500);
    await commands.resumeRecording(id, ana);
    await say(1_000);
    await commands.hold(id, ana);
    await say(1_500);
    await commands.resume(id, ana);
    await say(1_000);
    await commands.stopRecording(id, ana);
    const talkedMs = performance.now() - from;
    const asked = performance.now();
    const recording = await kept(id);
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(recording).toMatchObject({ cut: false, channels: 2, people: [{ userId: 'u-ana' }] });
    expect(Math.abs(recording.lengthMs - talkedMs)).toBeLessThan(100);
    expect(recording.marks.map(({ kind }) => kind)).toEqual(['paused', 'resumed', 'held', 'unheld']);
    const { left, right } = soundOf(recording);
    const [paused = 0, resumed = 0, held = 0, unheld = 0] = recording.marks.map(({ atMs }) => atMs);
    expect(pitchOf(left, 300, paused - 200)).toBeCloseTo(callerHz, -2);
    expect(pitchOf(right, 300, paused - 200)).toBeCloseTo(deskHz, -2);
    expect(pitchOf(left, paused + 200, resumed - 200)).toBeNull();
    expect(pitchOf(right, paused + 200, resumed - 200)).toBeNull();
    expect(pitchOf(right, resumed + 200, held - 200)).toBeCloseTo(deskHz, -2);
    expect(pitchOf(left, held + 300, unheld - 200)).toBeCloseTo(callerHz, -2);
    expect(pitchOf(right, held + 300, unheld - 200)).not.toBeCloseTo(deskHz, -1);
    expect(pitchOf(right, unheld + 500, recording.lengthMs - 200)).toBeCloseTo(deskHz, -2);
    await vi.waitFor(() => expect(objects.kept.has(`${recording.id}.mp3`)).toBe(true), { timeout: 10_000 });
    await caller.hangUp();
    await callIs({ state: 'ended' });
    expect(await ari.listRecordings()).toEqual({ ok: true, value: [] });
  });

  it('by rule: the caller hears that it is, our side as well, and it is in the recording at its mark', async () => {
    await setRule({ when: 'always', notice: 'announcement' });
    const dialled = await caller.dial('5550100');
    if (!dialled.ok) throw new Error(dialled.error);
    const phone = await outside.called(deskNumber);
    await Promise.all([
      caller.until(() => hasHeard(caller, noticeHz), 10_000, 'the notice'),
      outside.until(() => hasHeard(phone, noticeHz), 10_000, 'the notice at the desk'),
    ]);
    await caller.until(() => caller.hears(deskHz) && caller.toneStrength(noticeHz) < 0.05, 10_000, 'the desk');
    await say(500);
    await caller.hangUp();
    const recording = await kept((await theCall()).id);
    const [announced] = recording.marks;
    expect(announced).toMatchObject({ kind: 'announced' });
    const at = announced?.atMs ?? 0;
    expect(at).toBeLessThan(500);
    const right = soundOf(recording).right.subarray((at + 300) * 8, (at + 800) * 8);
    expect(toneStrength(right, noticeHz, 8000)).toBeGreaterThan(0.2);
  });

  it('goes on when the server is started again, and is whole', async () => {
    await setRule({ when: 'onDemand' });
    const { id } = await talk();
    await commands.startRecording(id, ana);
    const from = performance.now();
    await say(500);
    reception.close();
    await ari.close();
    await say(500);
    ari = await connectTelephony(asterisk);
    desk = createDesk({ ...desk, telephony: withDeskPhone(ari) });
    openDoors();
    await reception.begin();
    await callIs({ state: 'talking', recording: 'on' });
    await say(500);
    expect(await commands.stopRecording(id, ana)).toEqual({ ok: true });
    const talkedMs = performance.now() - from;
    const recording = await kept(id);
    expect(recording.cut).toBe(false);
    expect(Math.abs(recording.lengthMs - talkedMs)).toBeLessThan(100);
    await caller.hangUp();
    await callIs({ state: 'ended' });
  });

  it('is kept as far as it was written when the PBX is killed', async () => {
    await setRule({ when: 'onDemand' });
    const { id } = await talk();
    await commands.startRecording(id, ana);
    await say(6_000);
    process.kill(asterisk.pid() ?? 0, 'SIGKILL');
    const recording = await kept(id);
    expect(recording.cut).toBe(true);
    // Asterisk writes 32 KiB at a time: two seconds.
    expect(recording.lengthMs).toBeGreaterThan(3_500);
    expect(recording.lengthMs).toBeLessThan(6_500);
    expect(pitchOf(soundOf(recording).left, 500, 3_500)).toBeCloseTo(callerHz, -2);
    expect(pitchOf(soundOf(recording).right, 500, 3_500)).toBeCloseTo(deskHz, -2);
    expect(await theCall()).toMatchObject({ state: 'ended', reason: 'lost' });
  });
});
