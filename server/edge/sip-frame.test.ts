import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSipFrame, valuesOf } from './sip-frame.ts';
import { request, response } from './sip-message.testing.ts';

const invite = request('INVITE', { headers: ['Content-Type: application/sdp'], body: 'v=0\r\n' });
const faultOf = (text: string) => {
  const parsed = parseSipFrame(text);
  return parsed.ok ? 'none' : parsed.error;
};

describe('a SIP frame', () => {
  it('is read as a request with its headers and body', () => {
    const parsed = parseSipFrame(invite);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(parsed.value).toMatchObject({ kind: 'request', method: 'INVITE', body: 'v=0\r\n' });
    expect(valuesOf(parsed.value, 'cseq')).toEqual(['1 INVITE']);
  });

  it('is read as a response', () => {
    expect(parseSipFrame(response(486, 'INVITE'))).toMatchObject({
      ok: true,
      value: { kind: 'response', status: 486 },
    });
  });

  it('may use compact names, spaces before the colon and any case', () => {
    const text = request('OPTIONS').replace('From:', 'f :').replace('To:', 't\t:').replace('Call-ID', 'CALL-id');
    const parsed = parseSipFrame(text);
    expect(parsed.ok && valuesOf(parsed.value, 'from')).toHaveLength(1);
    expect(parsed.ok && valuesOf(parsed.value, 'to')).toHaveLength(1);
  });

  it('has its folded lines unfolded', () => {
    const parsed = parseSipFrame(request('OPTIONS', { headers: ['Subject: one\r\n  two\r\n\tthree'] }));
    expect(parsed.ok && valuesOf(parsed.value, 'subject')).toEqual(['one two three']);
    expect(parsed.ok && parsed.value.headers.map(({ line }) => line)).toContain('Subject: one two three');
  });

  it('may carry bytes above ASCII in headers and body', () => {
    const name = Buffer.from('"Zoë" <sip:a@b>;tag=1', 'utf8').toString('latin1');
    expect(faultOf(request('OPTIONS', { headers: [`Contact: ${name}`] }))).toBe('none');
  });

  it('without a body needs no length', () => {
    expect(faultOf(request('OPTIONS').replace('Content-Length: 0\r\n', ''))).toBe('none');
  });

  it.each([
    ['nothing', '', 'notSip'],
    ['a word', 'hello', 'notSip'],
    ['HTTP', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'notSip'],
    ['another version', invite.replace('SIP/2.0\r\n', 'SIP/9.9\r\n'), 'notSip'],
    ['a method in lower case', invite.replace('INVITE sip', 'invite sip'), 'notSip'],
    ['two spaces in the first line', invite.replace('INVITE sip', 'INVITE  sip'), 'notSip'],
    ['a line end before the first line', `\r\n${invite}`, 'notSip'],
    ['a status of seven hundred', response(700, 'INVITE'), 'notSip'],
    ['no end of headers', invite.slice(0, 60), 'notSip'],
    ['bare line feeds', request('OPTIONS').replaceAll('\r\n', '\n'), 'notSip'],
    ['a NUL in a header', request('OPTIONS', { headers: ['Subject: a\0b'] }), 'controlCharacter'],
    ['a NUL in the body', request('INVITE', { body: 'v=0\0' }), 'controlCharacter'],
    ['a bare line feed in a header', request('OPTIONS', { headers: ['Subject: a\nX: b'] }), 'controlCharacter'],
    ['a bare carriage return in a header', request('OPTIONS', { headers: ['Subject: a\rX: b'] }), 'controlCharacter'],
    ['a bell', request('OPTIONS', { headers: ['Subject: \u0007'] }), 'controlCharacter'],
    ['a line without a colon', request('OPTIONS', { headers: ['Subject'] }), 'badHeaders'],
    ['a line without a name', request('OPTIONS', { headers: [': x'] }), 'badHeaders'],
    ['a name with a space', request('OPTIONS', { headers: ['Sub ject: x'] }), 'badHeaders'],
    ['a fold of nothing', request('OPTIONS').replace('\r\nCSeq', '\r\n CSeq'), 'badHeaders'],
    ['an empty fold', request('OPTIONS', { headers: ['Subject: a\r\n  '] }), 'badHeaders'],
    ['two From', request('OPTIONS', { headers: ['f: <sip:b@c>;tag=2'] }), 'badHeaders'],
    ['two To', request('OPTIONS', { headers: ['TO: <sip:b@c>'] }), 'badHeaders'],
    ['no Via', request('OPTIONS').replace(/Via:.*\r\n/, ''), 'badHeaders'],
    ['no Call-ID', request('OPTIONS').replace(/Call-ID:.*\r\n/, ''), 'badHeaders'],
    ['no CSeq', request('OPTIONS').replace(/CSeq:.*\r\n/, ''), 'badHeaders'],
    [
      'too many headers',
      request('OPTIONS', { headers: Array.from({ length: 200 }, (_, i) => `X-${i}: 1`) }),
      'badHeaders',
    ],
    ['a line too long', request('OPTIONS', { headers: [`Subject: ${'a'.repeat(9000)}`] }), 'lineTooLong'],
    [
      'a line too long by its folds',
      request('OPTIONS', { headers: [`Subject: a${'\r\n aaaaaaaaaaaaaaa'.repeat(600)}`] }),
      'lineTooLong',
    ],
    ['a length too small', invite.replace('Content-Length: 5', 'Content-Length: 4'), 'lengthMismatch'],
    ['a length too great', invite.replace('Content-Length: 5', 'Content-Length: 999999'), 'lengthMismatch'],
    ['a length below nothing', invite.replace('Content-Length: 5', 'Content-Length: -5'), 'lengthMismatch'],
    [
      'a length of many digits',
      invite.replace('Content-Length: 5', `Content-Length: ${'0'.repeat(20)}5`),
      'lengthMismatch',
    ],
    ['two lengths', invite.replace('Content-Length: 5', 'Content-Length: 5\r\nl: 5'), 'lengthMismatch'],
    ['a body without a length', invite.replace('Content-Length: 5\r\n', ''), 'lengthMismatch'],
    ['two messages', request('OPTIONS') + request('OPTIONS'), 'lengthMismatch'],
    ['a line end after the message', `${request('OPTIONS')}\r\n`, 'lengthMismatch'],
  ])('is not %s', (_, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('is read or refused, whatever it holds, and never throws', () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      ' ',
      '\t',
      ':',
      'Via: a',
      'INVITE sip:a SIP/2.0',
      'SIP/2.0 200 OK',
      '\0',
      'l: 0',
    );
    const bytes = fc.uint8Array({ maxLength: 8 }).map((array) => Buffer.from(array).toString('latin1'));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, bytes), { maxLength: 30 }), (pieces) => {
        const parsed = parseSipFrame(pieces.join(''));
        if (parsed.ok) expect(valuesOf(parsed.value, 'from')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer for a line made to be slow', () => {
    const slow = request('OPTIONS', { headers: [`Subject${' '.repeat(7000)}x`, `Contact: ${'"\\'.repeat(3000)}`] });
    const started = performance.now();
    expect(faultOf(slow)).toBe('badHeaders');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
