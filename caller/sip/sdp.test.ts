import { describe, expect, it } from 'vitest';
import { mirrorDirection, parseSdp, writeSdp, type AudioDescription } from './sdp.ts';

const description: AudioDescription = {
  address: { host: '127.0.0.1', port: 4000 },
  codecs: ['pcma', 'pcmu'],
  telephoneEvent: 101,
  direction: 'sendrecv',
};

describe('session descriptions', () => {
  it('read back as they were written', () => {
    expect(parseSdp(writeSdp(description, 1))).toEqual({ ok: true, value: description });
    const mute: AudioDescription = { ...description, telephoneEvent: undefined, direction: 'inactive' };
    expect(parseSdp(writeSdp(mute, 2))).toEqual({ ok: true, value: mute });
  });

  it('know the old way to hold', () => {
    const held = writeSdp({ ...description, address: { host: '0.0.0.0', port: 4000 } }, 1).replace(
      'a=sendrecv\r\n',
      '',
    );
    expect(parseSdp(held)).toMatchObject({ ok: true, value: { direction: 'sendonly' } });
  });

  it('take the address of the stream before that of the session', () => {
    const text =
      'v=0\r\nc=IN IP4 10.0.0.1\r\na=sendonly\r\nm=video 9 RTP/AVP 96\r\nm=audio 5000 RTP/AVP 0 8\r\nc=IN IP4 10.0.0.2\r\n';
    expect(parseSdp(text)).toMatchObject({
      ok: true,
      value: { address: { host: '10.0.0.2', port: 5000 }, direction: 'sendonly' },
    });
  });

  it.each(['', 'm=audio 0 RTP/AVP 0\r\nc=IN IP4 1.1.1.1', 'm=audio 9 RTP/AVP 0'])(
    'are refused without audio: %j',
    (text) => {
      expect(parseSdp(text)).toEqual({ ok: false, error: 'noAudio' });
    },
  );

  it.each([
    ['sendrecv', 'sendrecv', 'sendrecv'],
    ['sendonly', 'sendrecv', 'recvonly'],
    ['recvonly', 'sendrecv', 'sendonly'],
    ['inactive', 'sendrecv', 'inactive'],
    ['recvonly', 'sendonly', 'sendonly'],
    ['sendonly', 'sendonly', 'inactive'],
  ] as const)('mirror %s with our %s as %s', (theirs, ours, answer) => {
    expect(mirrorDirection(theirs, ours)).toBe(answer);
  });
});
