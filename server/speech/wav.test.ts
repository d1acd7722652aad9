import { expect, it } from 'vitest';
import { readWav, writeWav } from './wav.ts';

const pcm = { sampleRate: 8000, samples: Int16Array.of(0, 1, -1, 32_767, -32_768) };

it('a WAV file comes back as it was written', () => {
  const file = writeWav(pcm);
  expect(file.toString('latin1', 0, 16)).toBe('RIFF.\0\0\0WAVEfmt ');
  expect(readWav(file)).toEqual({ ok: true, value: pcm });
});

it('other chunks are passed over, and a file cut short gives what is there', () => {
  const file = writeWav(pcm);
  const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1');
  expect(readWav(Buffer.concat([file.subarray(0, 36), list, file.subarray(36)]))).toEqual({ ok: true, value: pcm });
  expect(readWav(file.subarray(0, 48))).toMatchObject({ ok: true, value: { samples: Int16Array.of(0, 1) } });
});

it('anything else is refused', () => {
  const stereo = writeWav(pcm);
  stereo.writeUInt16LE(2, 22);
  expect(readWav(stereo)).toEqual({ ok: false, error: 'unsupportedWav' });
  expect(readWav(Buffer.from('hello'))).toEqual({ ok: false, error: 'notWav' });
  expect(readWav(Buffer.from('RIFF\0\0\0\0WAVE'))).toEqual({ ok: false, error: 'notWav' });
});
