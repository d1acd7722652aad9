import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';

export const microphoneHz = 880;
const sampleRate = 48_000;
const seconds = 10;

/**
 * The sound file that Chromium's pretended microphone plays for ever: a tone that fits its length exactly, or nothing at
 * all, as from a headset that is muted on its cable.
 */
export function microphoneFile(sound: 'tone' | 'silence'): string {
  const folder = path.join(tmpdir(), `frontdesk-e2e-${userInfo().uid}`);
  const file = path.join(folder, sound === 'tone' ? `tone-${microphoneHz}.wav` : 'silence.wav');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, wavOfTone(sound === 'tone' ? 9000 : 0));
  renameSync(unfinished, file);
  return file;
}

function wavOfTone(amplitude: number): Buffer {
  const samples = sampleRate * seconds;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n += 1) {
    wav.writeInt16LE(Math.round(amplitude * Math.sin((2 * Math.PI * microphoneHz * n) / sampleRate)), 44 + n * 2);
  }
  return wav;
}
