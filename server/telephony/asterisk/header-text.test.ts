import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerText, headerValue, isHeaderName } from './header-text.ts';
import { decodeTag, encodeTag } from './leg-tag.ts';

describe('what goes into a SIP header', () => {
  it('never ends the line, whatever is given', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(headerValue(text)).not.toMatch(/[\r\n\0]/);
        expect(callerText({ number: text, name: text })).not.toMatch(/[\r\n\0]/);
      }),
    );
  });

  it('keeps all that is harmless', () => {
    expect(headerValue('<Msg A="1, 2;3"/> {x} ${EXTEN}')).toBe('<Msg A="1, 2;3"/> {x} ${EXTEN}');
    expect(headerValue('one\r\nX-Evil: two')).toBe('one X-Evil: two');
  });

  it('has a name of token characters alone', () => {
    expect(isHeaderName('p-rc-api-ids')).toBe(true);
    for (const name of ['', 'X Y', 'X:', 'X)', 'X,Y', 'X\r\nY']) expect(isHeaderName(name)).toBe(false);
  });

  it('shows a caller as a device wants to be told', () => {
    expect(callerText({ number: '+1555', name: 'A "q" \\ Zoë' })).toBe(String.raw`"A \"q\" \\ Zoë" <+1555>`);
    expect(callerText({ number: '+1555', name: null })).toBe('<+1555>');
    expect(callerText({ number: null, name: null })).toBe('"Anonymous" <anonymous>');
    expect(callerText({ number: null, name: 'Unknown' })).toBe('"Unknown" <anonymous>');
    expect(callerText({ number: '1> <2', name: null })).toBe('<12>');
  });
});

describe('the word we keep on a leg', () => {
  it('comes back as it was', () => {
    for (const tag of [
      { callId: 'c', role: 'caller' },
      { callId: 'c', role: 'agent', consoleId: 'k' },
    ] as const) {
      expect(decodeTag(encodeTag(tag))).toEqual(tag);
    }
  });

  it('is none when somebody else wrote it', () => {
    for (const text of ['', '{', 'null', '{"callId":"c","role":"king"}', '[]']) expect(decodeTag(text)).toBeNull();
  });
});
