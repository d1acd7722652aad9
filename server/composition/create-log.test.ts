import { describe, expect, it } from 'vitest';
import { createLogTo } from './create-log.ts';

function logged(fields: Readonly<Record<string, unknown>>, message = 'something happened'): string {
  const lines: string[] = [];
  createLogTo('debug', { write: (line) => void lines.push(line) }).info(fields, message);
  return lines.join('');
}

describe('the log', () => {
  it.each(['+385 1 555 0142', '+15550001111', '5550100', '(650) 555-0119'])(
    'never shows the full number %s',
    (number) => {
      const line = logged({ caller: number, nested: { list: [`from ${number}`] } });
      expect(line).not.toContain(number);
      expect(line).toContain(number.slice(-3));
    },
  );

  it('never shows a secret, a password, a cookie or an SDP', () => {
    const line = logged({
      secret: 'swordfish',
      user: { password: 'swordfish' },
      cookie: 'swordfish',
      sdp: 'swordfish',
    });
    expect(line).not.toContain('swordfish');
  });

  it('masks numbers in the text of an error', () => {
    expect(logged({ err: new Error('no route to +15550001111') })).not.toContain('15550001111');
  });

  it('leaves ids, times and ports alone', () => {
    const id = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
    expect(logged({ callId: id, at: 1_795_000_000_000, port: 20_199 })).toContain(id);
  });
});
