import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNameAddress, writeNameAddress } from './addresses.ts';
import { essentialsOf } from './essentials.ts';
import { headerOf, headerValues, splitAtCommas, type SipMessage } from './message.ts';
import { parseMessage } from './parse-message.ts';
import { createStreamFramer } from './stream-framer.ts';
import { writeMessage } from './write-message.ts';

const parse = (text: string) => parseMessage(Buffer.from(text));
const text = fc.string({ unit: 'grapheme' });
const value = text.map((raw) => raw.replace(/[\r\n\0]/g, '').trim());
const token = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9-]{2,12}$/)
  .filter((name) => name.toLowerCase() !== 'content-length');
const headers = fc.array(fc.tuple(token, value), { maxLength: 8 });
const message: fc.Arbitrary<SipMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('request' as const),
    method: fc.constantFrom('INVITE', 'ACK', 'BYE', 'INFO'),
    uri: fc.stringMatching(/^sip:[0-9a-z+]{1,12}@[0-9a-z.]{1,12}$/),
    headers,
    body: text,
  }),
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.integer({ min: 100, max: 699 }),
    phrase: fc.constantFrom('OK', 'Busy Here', ''),
    headers,
    body: text,
  }),
);

describe('SIP messages', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(message, (written) => {
        expect(parse(writeMessage(written))).toEqual({ ok: true, value: written });
      }),
    );
  });

  it('never throw, whatever comes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseMessage(Buffer.from(bytes))));
  });

  it('have folded lines and compact names made plain', () => {
    const read = parse(
      'INVITE sip:1@h SIP/2.0\r\nv: SIP/2.0/UDP a;branch=z9hG4bK1,\r\n SIP/2.0/UDP b\r\nf: <sip:a@b>;tag=1\r\nt:<sip:c@d>\r\ni : x@y\r\nCSeq: 7   INVITE\r\nl: 0\r\n\r\n',
    );
    if (!read.ok) throw new Error(read.error);
    expect(headerValues(read.value, 'via')).toEqual(['SIP/2.0/UDP a;branch=z9hG4bK1', 'SIP/2.0/UDP b']);
    expect(essentialsOf(read.value)).toEqual({
      callId: 'x@y',
      sequence: 7,
      method: 'INVITE',
      fromTag: '1',
      toTag: undefined,
      branch: 'z9hG4bK1',
    });
  });

  it.each([
    ['\r\n\r\n', 'keepAlive'],
    ['hello\r\n\r\n', 'badStartLine'],
    ['OPTIONS sip:a SIP/2.0\r\nno colon\r\n\r\n', 'badHeader'],
    ['OPTIONS sip:a SIP/2.0\r\nContent-Length: -5\r\n\r\n', 'badContentLength'],
    ['OPTIONS sip:a SIP/2.0\r\nContent-Length: 5\r\n\r\nabc', 'shortBody'],
  ])('are refused with a code: %j', (raw, error) => {
    expect(parse(raw)).toEqual({ ok: false, error });
  });

  it('cannot be given a second header through a value', () => {
    const written = writeMessage({
      kind: 'response',
      status: 200,
      phrase: 'OK',
      headers: [['X', 'a\r\nEvil: b']],
      body: '',
    });
    const read = parse(written);
    expect(read.ok && headerOf(read.value, 'Evil')).toBeUndefined();
  });

  it('lack their essentials when a header is missing', () => {
    const read = parse('BYE sip:a SIP/2.0\r\nCall-ID: x\r\nCSeq: 1 BYE\r\n\r\n');
    expect(read.ok && essentialsOf(read.value)).toBeUndefined();
  });
});

describe('addresses in headers', () => {
  it('keep quotes, commas and parameters', () => {
    expect(parseNameAddress(String.raw`"Jane \"JC\", <x>" <sip:1@h;lr>;tag=a;flag`)).toEqual({
      displayName: 'Jane "JC", <x>',
      uri: 'sip:1@h;lr',
      params: new Map([
        ['tag', 'a'],
        ['flag', ''],
      ]),
    });
    expect(parseNameAddress('sip:1@h;tag=b')?.params.get('tag')).toBe('b');
    expect(splitAtCommas('"a,b" <sip:x,y@h>, <sip:z>')).toEqual(['"a,b" <sip:x,y@h>', '<sip:z>']);
  });

  it('bring any display name back', () => {
    fc.assert(
      fc.property(value, (name) => {
        expect(parseNameAddress(writeNameAddress(name, 'sip:1@h'))?.displayName).toBe(name);
      }),
    );
  });
});

describe('a stream of messages', () => {
  it('is cut where they end, however it is chopped', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), (sent, size) => {
        const bytes = Buffer.from(sent.map(writeMessage).join(''));
        const frame = createStreamFramer();
        const received: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) received.push(...frame(bytes.subarray(at, at + size)).messages);
        expect(received.map((one) => parseMessage(one))).toEqual(sent.map((one) => ({ ok: true, value: one })));
      }),
    );
  });

  it('overflows when no message ends', () => {
    expect(createStreamFramer()(Buffer.alloc(300_000, 'x')).overflow).toBe(true);
  });
});
