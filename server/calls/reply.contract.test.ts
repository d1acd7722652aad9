import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { tone } from '../../caller/media/audio-source.ts';
import { findSound } from '../../caller/media/find-sound.ts';
import { SipCaller } from '../../caller/sip-caller.ts';
import type { Reply } from '../../shared/reply/reply.ts';
import { openSoundTools } from '../composition/open-sound-tools.ts';
import { systemClock } from '../composition/system-clock.ts';
import { workerEntry } from '../lib/worker-entry.ts';
import type { Speech } from '../ports/speech.ts';
import type { SoundTools } from '../ports/sound-tools.ts';
import type { Telephony } from '../ports/telephony.ts';
import { createFliteSpeech } from '../speech/flite/flite-speech.ts';
import { createReplySpeech } from '../speech/reply-speech.ts';
import { readWav } from '../speech/wav.ts';
import { createFileWorkshop } from '../storage/files/file-workshop.ts';
import { createSoundFiles } from '../storage/files/sound-files.ts';
import { startTestAsterisk, type TestAsterisk } from '../telephony/asterisk/testing/test-asterisk.ts';
import { silentLog } from '../telephony/silent-log.testing.ts';
import { createMemoryObjects } from './archive-parts.testing.ts';
import type { Desk } from './desk.ts';
import { connectTelephony, openRealDesk } from './real-desk.testing.ts';
import { openReception, type Reception } from './reception.ts';
import { loudestHz } from './loudest-hz.testing.ts';
import { replyToCall } from './reply-to-call.ts';

const carrier = '127.0.0.41';
const ana = { userId: 'u-ana', name: 'Ana Lindqvist', consoleId: 'ana' };
const text = 'I am busy now, can I call you back later?';

let asterisk: TestAsterisk;
let speech: Speech;
let telephony: Telephony;
let folder: string;
let objects: ReturnType<typeof createMemoryObjects>;
let soundTools: SoundTools;
let desk: Desk;
let reception: Reception;
let caller: SipCaller;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fd-replies-'));
  asterisk = await startTestAsterisk({ trunkMatch: [carrier] });
  // One for all: whoever leaves Asterisk's events and is back within milliseconds may be taken for the one who left.
  telephony = await connectTelephony(asterisk);
  soundTools = openSoundTools({ clock: systemClock, log: silentLog });
  const worker = workerEntry(import.meta.url, {
    source: '../speech/flite/flite-worker.ts',
    bundled: './flite-worker.js',
  });
  speech = createFliteSpeech({ worker, clock: systemClock, log: silentLog });
  await createReplySpeech({ speech, folder, log: silentLog }).warm({ voice: 'rms', language: 'en' });
});
afterAll(async () => {
  await telephony.close();
  await soundTools.close();
  await speech.close();
  await asterisk.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  objects = createMemoryObjects();
  desk = await openRealDesk({
    telephony,
    replySpeech: createReplySpeech({ speech, folder, log: silentLog }),
    sounds: createSoundFiles({ folder: path.join(folder, 'sounds'), log: silentLog }),
    recordingStore: objects,
    soundTools,
    workshop: createFileWorkshop(path.join(folder, 'work')),
  });
  reception = openReception(desk);
  caller = await SipCaller.open({
    number: '+15550001111',
    name: 'Jane Caller',
    server: { host: '127.0.0.1', port: asterisk.sipPort },
    localAddress: carrier,
  });
});
afterEach(async () => {
  await caller.close();
  reception.close();
});

/** The caller rings, and is replied to; resolves when they begin to hear it. */
async function beRepliedTo(words = text): Promise<Reply> {
  const dialled = await caller.dial('5550100');
  if (!dialled.ok) throw new Error(dialled.error);
  await caller.ringing();
  const [live] = desk.live.all();
  const sent = await replyToCall(desk, live?.id ?? '', ana, { words: { text: words } });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await caller.until(() => caller.level() > 0.01, 5_000, 'spoken word');
  return sent.value;
}

async function answerOf({ id }: Reply): Promise<Reply> {
  return vi.waitFor(
    async () => {
      const found = await desk.replies.find(id);
      if (!found.ok || found.value === null || found.value.answer === null) throw new Error('no answer yet');
      return found.value;
    },
    { timeout: 20_000 },
  );
}

const stepOf = () => {
  const call = desk.live.all()[0]?.stored.call;
  return call?.state === 'replying' ? call.step : null;
};
const inStep = (step: string): Promise<void> => caller.until(() => stepOf() === step, 20_000, step);

/** The very samples a prompt has. */
async function soundOf(words: string): Promise<Int16Array> {
  const spoken = await desk.replySpeech.message(words, { voice: 'rms', language: 'en' });
  const whole = spoken.ok ? await desk.replySpeech.whole(spoken.value) : spoken;
  const wav = whole.ok ? readWav(whole.value.sound) : whole;
  if (!wav.ok) throw new Error(wav.error);
  return wav.value.samples;
}

describe('a caller who is replied to, on a real Asterisk', () => {
  it('hears the very message, and answers yes with 3', async () => {
    const reply = await beRepliedTo();
    await inStep('choosing');
    const message = await soundOf(text);
    expect(reply.messageMs).toBeCloseTo(message.length / 8, -1);
    await caller.until(() => caller.heard().length > message.length + 8000, 5_000, 'the whole message');
    const { likeness, heardMs } = findSound(message, caller.heard());
    expect(likeness).toBeGreaterThan(0.97);
    expect(Math.abs(heardMs - message.length / 8)).toBeLessThan(250);
    await caller.press('3');
    expect(await answerOf(reply)).toMatchObject({
      answer: 'yes',
      result: { Sts: '0', Resp: '1', ExtNfo: '', Phn: '+15550001111', Nm: 'Jane Caller' },
    });
    expect(await caller.ended(15_000)).toMatchObject({ by: 'them' });
  });

  it('hears a long message from its first sentence on, and all of the others after it, in their order', async () => {
    const sentences = [
      'I am sorry, but I cannot take your call at the moment, because we have visitors.',
      'They will be here until three, and after that I have all the time you need.',
      'If it cannot wait, please press five, and key the number to call you back.',
    ];
    const reply = await beRepliedTo(sentences.join(' '));
    expect(reply.messageMs).toBeNull();
    await caller.until(() => stepOf() === 'choosing', 30_000, 'choosing');
    const sounds: Int16Array[] = [];
    for (const sentence of sentences) sounds.push(await soundOf(sentence));
    const lengthMs = sounds.reduce((sum, { length }) => sum + length / 8, 0);
    const places = sounds.map((sound) => findSound(sound, caller.heard()));
    for (const { likeness } of places) expect(likeness).toBeGreaterThan(0.9);
    const lags = places.map(({ lag }) => lag);
    expect(lags).toEqual(lags.toSorted((one, other) => one - other));
    await caller.press('3');
    expect(Math.abs(((await answerOf(reply)).messageMs ?? 0) - lengthMs)).toBeLessThan(20);
  });

  it('interrupts the message with a key: nothing of it is heard any more', async () => {
    const reply = await beRepliedTo();
    await caller.press('4');
    expect(await answerOf(reply)).toMatchObject({ answer: 'no' });
    await caller.ended(15_000);
    const message = await soundOf(text);
    expect(findSound(message, caller.heard()).heardMs).toBeLessThan(message.length / 16);
  });

  it('keys a number with a mistake in it, hears it back, and confirms it', async () => {
    const reply = await beRepliedTo();
    await caller.press('5');
    await inStep('keyingNumber');
    await caller.press('6505559*0119#', { durationMs: 100, gapMs: 150 });
    await inStep('confirmingNumber');
    const from = performance.now();
    const readBack = await soundOf('six five zero, five five five, zero one one nine.');
    await vi.waitFor(() => expect(findSound(readBack, caller.heard(from)).likeness).toBeGreaterThan(0.97), {
      timeout: 20_000,
      interval: 500,
    });
    await caller.press('1');
    expect(await answerOf(reply)).toMatchObject({ answer: 'urgent', result: { Resp: '3', ExtNfo: '6505550119' } });
  });

  it('takes keys by SIP INFO as well, and their own number', async () => {
    const reply = await beRepliedTo();
    await caller.pressByInfo('5');
    await inStep('keyingNumber');
    await caller.pressByInfo('1#', { form: 'dtmf' });
    await inStep('confirmingNumber');
    await caller.pressByInfo('1');
    expect(await answerOf(reply)).toMatchObject({ result: { Resp: '3', ExtNfo: '+15550001111' } });
  });

  it.each(['hash', 'hanging up', 'silence'])(
    'leaves a voicemail ended by %s; it is on the disk before it is told',
    async (how) => {
      const reply = await beRepliedTo();
      await caller.press('2');
      await inStep('hearingGreeting');
      await caller.press('0');
      await caller.until(() => (desk.live.all()[0]?.reply?.recording ?? null) !== null, 5_000, 'recording');
      const beganAt = performance.now();
      caller.plays(tone(660, { durationMs: how === 'silence' ? 2_500 : Infinity }));
      await caller.until(() => performance.now() - beganAt > 2_500, 5_000, 'speech');
      if (how === 'hash') await caller.press('#');
      if (how === 'hanging up') await caller.hangUp();
      const answered = await answerOf(reply);
      const file = readWav(objects.kept.get(`${answered.voicemail?.id}.wav`) ?? new Uint8Array());
      if (!file.ok) throw new Error(file.error);
      const { samples } = file.value;
      expect(answered.answer).toBe('voicemail');
      expect(answered.voicemail?.lengthMs).toBeCloseTo(samples.length / 8, -1);
      expect(samples.length / 8).toBeGreaterThan(1_200);
      expect(samples.length / 8).toBeLessThan(4_500);
      expect(loudestHz(samples)).toBeCloseTo(660, -2);
    },
  );

  it('who says nothing after the tone has left nothing', async () => {
    const reply = await beRepliedTo();
    await caller.press('2');
    await inStep('hearingGreeting');
    await caller.press('0');
    await inStep('choosing');
    await caller.hangUp();
    expect(await answerOf(reply)).toMatchObject({ answer: 'none', voicemail: null, result: { Sts: '1' } });
  });

  it('hears silence, not nothing, while the menu waits for a key', async () => {
    await beRepliedTo();
    await caller.press('5');
    await inStep('keyingNumber');
    await caller.press('6');
    await caller.until(() => caller.level() < 0.005, 3_000, 'silence');
    const before = caller.packets().received;
    await caller.until(() => caller.packets().received > before + 25, 2_000, 'packets of silence');
  });
});
