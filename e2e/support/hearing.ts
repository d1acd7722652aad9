import { tone } from '../../caller/media/audio-source.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { findSound } from '../../caller/media/find-sound.ts';
import { sampleRate } from '../../caller/media/g711.ts';
import { toneStrength } from '../../caller/media/goertzel.ts';
import { expect } from './fixtures.ts';
import { microphoneHz } from './microphone-file.ts';

/** What is not quite as long as its file: stretches are compared 60 ms at a time, and a sentence ends in a pause. */
const toleranceMs = 250;

const partMs = 200;
const part = (partMs * sampleRate) / 1000;

const lengthMs = (sound: Int16Array): number => (sound.length * 1000) / sampleRate;

/** The caller has heard that very sound, whole, since then (ms of `performance.now()`). */
export async function expectHeard(caller: SipCaller, sound: Int16Array, since?: number): Promise<void> {
  const heardMs = (): number => findSound(sound, caller.heard(since)).heardMs;
  await expect
    .poll(heardMs, { message: 'ms of the sound at the caller', intervals: [300], timeout: 15_000 })
    .toBeGreaterThan(lengthMs(sound) - toleranceMs);
  expect(findSound(sound, caller.heard(since)).likeness).toBeGreaterThan(0.95);
}

/** The caller has heard the beginning of that sound, and not the rest of it. */
export function expectHeardInPart(caller: SipCaller, sound: Int16Array): void {
  const { heardMs, likeness } = findSound(sound, caller.heard());
  expect(heardMs).toBeGreaterThan(100);
  expect(heardMs).toBeLessThan(lengthMs(sound) - 1_000);
  expect(likeness).toBeLessThan(0.95);
}

export function expectNotHeard(caller: SipCaller, sound: Int16Array): void {
  expect(findSound(sound, caller.heard()).likeness).toBeLessThan(0.5);
}

/** In all that the caller heard nothing came from a receptionist's microphone. */
export function expectNoMicrophone(caller: SipCaller): void {
  expect(toneStrength(caller.heard(), microphoneHz, sampleRate)).toBeLessThan(0.02);
}

/** So much of the tone arrives at the caller from now on, sooner or later: whatever a busy machine delays is not gone. */
export async function expectHearsOn(caller: SipCaller, hz: number, durationMs: number): Promise<void> {
  const since = performance.now();
  const toneMs = (): number => {
    const samples = caller.heard(since);
    const parts = Array.from({ length: Math.floor(samples.length / part) }, (_, at) =>
      samples.subarray(at * part, (at + 1) * part),
    );
    return parts.filter((one) => toneStrength(one, hz, sampleRate) > 0.3).length * partMs;
  };
  await caller.until(() => toneMs() >= durationMs, durationMs + 15_000, `${durationMs} ms of a tone of ${hz} Hz`);
}

/** Somebody speaks to the caller. */
export async function expectSpokenTo(caller: SipCaller): Promise<void> {
  await caller.answered(15_000);
  await caller.until(() => caller.level({ windowMs: 300 }) > 0.01, 10_000, 'a voice');
}

/** The tone after which a voicemail may be spoken. */
const recordingHz = 700;

/**
 * Skips what is said before a voicemail; resolves when the tone has been and the caller is listened to. It is looked for in
 * what was heard of late: on a busy machine a second of sound may come at once.
 */
export async function waitForTone(caller: SipCaller): Promise<void> {
  const isTone = (): boolean => {
    const late = caller.heard(performance.now() - 3_000);
    for (let at = 0; at + part <= late.length; at += part / 4)
      if (toneStrength(late.subarray(at, at + part), recordingHz, sampleRate) > 0.8) return true;
    return false;
  };
  const begun = caller.until(isTone, 20_000, 'a tone');
  await Promise.all([caller.press('0'), begun]);
  await caller.until(() => caller.level({ windowMs: 60 }) < 0.005, 5_000, 'the end of the tone');
}

/** Speaks for so long; resolves when it has been said. */
export async function speak(caller: SipCaller, hz: number, durationMs: number): Promise<void> {
  caller.plays(tone(hz, { durationMs }));
  await caller.until(() => caller.call?.playing === false, durationMs + 15_000, 'the end of what is said');
}
