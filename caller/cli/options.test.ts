import { describe, expect, it } from 'vitest';
import { describeEvent } from './describe-event.ts';
import { readOptions, usage } from './options.ts';

describe('the command line', () => {
  it('is read', () => {
    const read = readOptions([
      '5550100',
      '--name',
      'Jane',
      '--header',
      'X-A: b:c',
      '--server',
      '127.0.0.10:5360',
      '--user',
      'u',
    ]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        target: '5550100',
        name: 'Jane',
        number: '+15550001',
        tone: 440,
        seconds: Infinity,
        headers: { 'X-A': 'b:c' },
        server: { host: '127.0.0.10', port: 5360 },
        credentials: { username: 'u', password: '' },
      },
    });
    expect(readOptions(['--listen', '5080'])).toMatchObject({ ok: true, value: { target: undefined, listen: 5080 } });
  });

  it.each([
    [[], /number to call/],
    [['1', '--tone', 'high'], /numbers/],
    [['1', '--transport', 'tls'], /udp or tcp/],
    [['1', '--nonsense'], /nonsense/],
    [['--help'], /^help$/],
  ])('is refused with a sentence: %j', (args, sentence) => {
    const read = readOptions(args);
    expect(read.ok ? '' : read.error).toMatch(sentence);
  });

  it('is explained', () => {
    expect(usage).toContain('--withheld');
  });
});

it('events become lines with the time since the call began', () => {
  expect(describeEvent({ type: 'status', status: 180, at: 1234 }, 1000)).toBe('   0.234 s  status 180');
  const ending = { why: 'hungUp', by: 'them', reasons: ['Q.850;cause=16'] } as const;
  expect(describeEvent({ type: 'ended', ending, at: 3000 }, 1000)).toBe(
    '   2.000 s  ended: hungUp, by them, Q.850;cause=16',
  );
});
