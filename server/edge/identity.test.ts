import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeFrame } from './judge-frame.ts';
import { consoleId, request, response } from './sip-message.testing.ts';

const from = { consoleId, secret: 'the-secret' };
const other = '<sip:ffffffffffffffffffffffffffffffff@frontdesk.invalid>';
const judge = (text: string) => judgeFrame(text, from);

/**
 * What a parser far more lenient than RFC 3261 would find: any line end will do, and white space is no matter. It
 * stops where the headers end.
 */
function proofsSeenBy(frame: string): readonly string[] {
  const head = frame.split(/\r\n\r\n|\n\n|\r\r/)[0] ?? '';
  return head.split(/[\r\n]+/).flatMap((line) => /^\s*x-fd-edge\s*:\s*(.*?)\s*$/i.exec(line)?.[1] ?? []);
}

describe('the proof', () => {
  it('comes right after the request line', () => {
    const verdict = judge(request('REGISTER'));
    expect(verdict).toMatchObject({ kind: 'pass', what: 'REGISTER' });
    expect(verdict.kind === 'pass' && verdict.frame.split('\r\n')[1]).toBe('X-FD-Edge: the-secret');
  });

  it('is the only header of that kind, however another is written', () => {
    const headers = ['X-FD-Edge: stolen', 'x-fd-EDGE : stolen', 'X-FD-Page: 1', 'X-FD-Edge:\r\n stolen'];
    const verdict = judge(request('INVITE', { headers }));
    expect(verdict.kind === 'pass' && verdict.frame).not.toMatch(/stolen|Page/);
  });

  it('is not added to a response, and not left in one', () => {
    const verdict = judge(response(200, 'INVITE', { headers: ['X-FD-Edge: stolen'] }));
    expect(verdict.kind === 'pass' && proofsSeenBy(verdict.frame)).toEqual([]);
  });

  it('changes neither the body nor the other headers', () => {
    const body = 'v=0\r\nX-FD-Edge: in the body\r\n';
    const sent = request('INVITE', { headers: ['Subject: x', 'Content-Type: application/sdp'], body });
    const verdict = judge(sent);
    expect(verdict.kind === 'pass' && verdict.frame.replace('X-FD-Edge: the-secret\r\n', '')).toBe(sent);
  });

  it('is seen once and is ours, whatever headers a browser makes up', () => {
    const nasty = fc.constantFrom(
      'X-FD-Edge',
      'x-fd-edge',
      'X-FD-',
      ':',
      ' ',
      '\t',
      '\r\n',
      '\r',
      '\n',
      '\r\n ',
      ',',
      '"',
      'stolen',
      'Subject: a',
      'From',
      'To',
      '\u000b',
      '\u0085',
      ';',
    );
    const header = fc.array(nasty, { minLength: 1, maxLength: 10 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.array(header, { maxLength: 5 }),
        fc.constantFrom('INVITE', 'REGISTER', 'BYE'),
        (headers, method) => {
          const verdict = judge(request(method, { headers }));
          if (verdict.kind === 'pass') expect(proofsSeenBy(verdict.frame)).toEqual(['the-secret']);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is seen once and is ours among headers that are well formed', () => {
    const name = fc.constantFrom('X-FD-Edge', 'x-fd-edge', 'X-Fd-eDgE', 'X-FD-Other', 'Subject', 'X-Edge');
    const value = fc.string({ maxLength: 20 });
    const gap = fc.constantFrom('', ' ', '\t', '  ');
    const header = fc
      .tuple(name, gap, fc.constantFrom('', ' ', '\r\n ', '\r\n\t'), value)
      .map(([n, g, f, v]) => `${n}${g}:${f}v${v}`);
    let passed = 0;
    fc.assert(
      fc.property(fc.array(header, { maxLength: 5 }), (headers) => {
        const verdict = judge(request('INVITE', { headers }));
        if (verdict.kind !== 'pass') return;
        passed += 1;
        expect(proofsSeenBy(verdict.frame)).toEqual(['the-secret']);
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(500);
  });
});

describe('identity', () => {
  it.each(['INVITE', 'REGISTER', 'OPTIONS', 'SUBSCRIBE', 'MESSAGE', 'BYE'])(
    'of another is refused for %s',
    (method) => {
      const verdict = judge(request(method, { from: `${other};tag=1` }));
      expect(verdict).toMatchObject({ kind: 'forbidden', what: method });
    },
  );

  it('of a URI without a user, or with an escaped or decorated one, is refused', () => {
    const escaped = `%30${consoleId.slice(1)}`;
    for (const uri of ['sip:frontdesk.invalid', 'tel:+15550001111', `sip:${escaped}@x`, `sip:${consoleId}:pw@x`]) {
      expect(judge(request('INVITE', { from: `<${uri}>;tag=1` })).kind).toBe('forbidden');
    }
  });

  it('is not asked inside a dialog, nor for ACK and CANCEL', () => {
    const inDialog = { from: '<sip:htvtnl6f@7rbd4l.invalid>;tag=1', to: `${other};tag=2` };
    for (const method of ['BYE', 'INVITE', 'INFO']) expect(judge(request(method, inDialog)).kind).toBe('pass');
    for (const method of ['ACK', 'CANCEL']) {
      expect(judge(request(method, { from: '<sip:htvtnl6f@x>;tag=1' })).kind).toBe('pass');
    }
  });

  it('is asked of a registration always, also of whom it is for', () => {
    expect(judge(request('REGISTER', { from: `${other};tag=1`, to: `${other};tag=2` })).kind).toBe('forbidden');
    expect(judge(request('REGISTER', { to: other })).kind).toBe('forbidden');
    expect(judge(request('REGISTER')).kind).toBe('pass');
  });

  it('is refused with an answer that belongs to the request', () => {
    const verdict = judge(request('INVITE', { from: `${other};tag=1`, headers: ['Subject: x'] }));
    expect(verdict.kind === 'forbidden' && verdict.answer.split('\r\n')).toEqual([
      'SIP/2.0 403 Forbidden',
      'CSeq: 1 INVITE',
      'Via: SIP/2.0/WS 7rbd4l.invalid;branch=z9hG4bK776asdhds',
      `From: ${other};tag=1`,
      `To: <sip:${consoleId}@frontdesk.invalid>;tag=frontdesk-edge`,
      'Call-ID: a84b4c76e66710',
      'Content-Length: 0',
      '',
      '',
    ]);
  });

  it('keeps the ACK of its refusal from the PBX', () => {
    expect(judge(request('ACK', { to: `${other};tag=frontdesk-edge` })).kind).toBe('nothing');
  });

  it('that cannot be read is no SIP', () => {
    expect(judge(request('INVITE', { from: '<sip:a@b' }))).toEqual({ kind: 'fault', fault: 'badHeaders' });
    expect(judge(request('INVITE', { to: '"x' }))).toEqual({ kind: 'fault', fault: 'badHeaders' });
  });
});
