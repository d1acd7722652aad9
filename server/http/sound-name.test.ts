import { describe, expect, it } from 'vitest';
import { conversation } from '../calls/conversation.testing.ts';
import { contentDisposition, soundName } from './sound-name.ts';

const of = (name: string | null, number: string | null = '+15550001111') =>
  conversation({ id: '1', callId: '2', caller: { name, number, withheld: number === null } });

describe('soundName', () => {
  it.each([
    ['the name', of('Jane Caller'), '2030-01-07 09.15 Jane Caller, call.wav'],
    ['the number', of(null), '2030-01-07 09.15 +15550001111, call.wav'],
    ['nobody', of(null, null), '2030-01-07 09.15 withheld number, call.wav'],
    ['a name that is a path', of('../..\\a:b\u0000\r\n"c"'), '2030-01-07 09.15 .. .. a b c , call.wav'],
    ['a very long name', of('😀'.repeat(200)), `2030-01-07 09.15 ${'😀'.repeat(80)}, call.wav`],
  ])('has %s', (_what, recording, name) => {
    expect(soundName(recording, 'wav', 'Europe/Oslo')).toBe(name);
  });
});

describe('contentDisposition', () => {
  it('gives letters every program knows, and the name as it is', () => {
    expect(contentDisposition('attachment', 'Ana Kovač (1) 李.wav')).toBe(
      `attachment; filename="Ana Kovac (1) _.wav"; filename*=UTF-8''Ana%20Kova%C4%8D%20%281%29%20%E6%9D%8E.wav`,
    );
  });
});
