import { open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { recordingOperations } from '../../shared/protocol/recording-operations.ts';
import type { ConsolePage } from '../../e2e/pages/console-page.ts';
import { ask } from '../../e2e/support/ask.ts';
import { latency, type Row } from '../line.ts';
import { callerName, dialAt } from '../ring.ts';
import { onStage, type Stage } from '../stage.ts';

const minutes = 30;
/** Two channels of 16 bit at 8 kHz. */
const bytesAMinute = 60 * 8000 * 4;
const headerBytes = 44;
const recordedMs = 1500;
const callsSchema = z.object({ calls: z.array(z.object({ id: z.string() })) });

/** Somebody goes to a place in a recording of half an hour, and presses play. */
export const playSeek: Row = {
  name: 'play-seek',
  measure: ({ n }) =>
    onStage({}, async (stage) => {
      const mira = await stage.signIn('mira');
      const id = await record(stage, mira);
      await lengthen(path.join(stage.instance.dataFolder, 'recordings', id.slice(0, 2), `${id}.wav`));
      const url = `${stage.instance.url}/api/v1/recordings/${id}/sound`;
      const cookie = await cookieOf(mira);
      const bytes: number[] = [];
      for (let sample = 0; sample < n; sample += 1) bytes.push(await firstByte(url, cookie, placeOf(sample, n)));
      const sounds: number[] = [];
      for (let sample = 0; sample < n; sample += 1) sounds.push(await firstSound(mira, url, sample / n));
      return [
        latency(`random place of ${minutes} minutes → first byte, at the API`, bytes, 300),
        latency(`play at a place of ${minutes} minutes → the browser plays`, sounds, 300),
      ];
    }),
};

/** A recording of a real call, as short as it may be. */
async function record(stage: Stage, mira: ConsolePage): Promise<string> {
  const name = callerName(1);
  const caller = await stage.caller(name);
  await dialAt(caller);
  await mira.answer(name);
  const { calls } = callsSchema.parse((await ask(mira.page, '/api/v1/calls?limit=1')).body);
  const started = await ask(mira.page, `/api/v1/calls/${calls[0]?.id}/recording/start`, { method: 'POST' });
  if (started.status >= 300) throw new Error(`the call could not be recorded: ${started.status}`);
  await pause(recordedMs);
  await caller.hangUp();
  await caller.close();
  for (;;) {
    const { body } = await ask(mira.page, '/api/v1/recordings?limit=1');
    const [recording] = recordingOperations.recordings.answer.parse(body).recordings;
    if (recording !== undefined) return recording.id;
    await pause(100);
  }
}

/** Makes its file half an hour long: the server sends what is there. */
async function lengthen(file: string): Promise<void> {
  const size = minutes * bytesAMinute;
  const handle = await open(file, 'r+');
  try {
    const sizes = Buffer.alloc(4);
    sizes.writeUInt32LE(size + headerBytes - 8);
    await handle.write(sizes, 0, 4, 4);
    sizes.writeUInt32LE(size);
    await handle.write(sizes, 0, 4, headerBytes - 4);
    await handle.write(Buffer.alloc(size, 7), 0, size, headerBytes);
  } finally {
    await handle.close();
  }
}

async function cookieOf({ page }: ConsolePage): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** All over the sound, in no order that a disk could foresee. */
const placeOf = (sample: number, n: number): number =>
  headerBytes + Math.floor((((sample * 7919) % n) / n) * minutes * bytesAMinute);

async function firstByte(url: string, cookie: string, from: number): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { cookie, range: `bytes=${from}-` } });
  const reader = answer.body?.getReader();
  await reader?.read();
  const took = performance.now() - begun;
  await reader?.cancel();
  if (answer.status !== 206) throw new Error(`the sound was answered with ${answer.status}`);
  return took;
}

/** By an element that has nothing yet, as when a recording has just been opened. */
const firstSound = ({ page }: ConsolePage, url: string, share: number): Promise<number> =>
  page.evaluate(
    async ([address, seconds]) => {
      const audio = new Audio();
      audio.preload = 'none';
      audio.src = address;
      const begun = performance.now();
      const playing = new Promise((resolve) => audio.addEventListener('playing', resolve, { once: true }));
      audio.addEventListener('loadedmetadata', () => (audio.currentTime = seconds), { once: true });
      await audio.play();
      await playing;
      const place = audio.currentTime;
      while (audio.seeking || audio.currentTime === place) await new Promise(requestAnimationFrame);
      const took = performance.now() - begun;
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
      return took;
    },
    [url, share * minutes * 60] as const,
  );
