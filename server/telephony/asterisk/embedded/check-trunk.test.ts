import { expect, it } from 'vitest';
import { checkTrunk } from './check-trunk.ts';

it.each(['127.0.0.2', '127.0.0.0/8', '127.0.0.2/31', '0.0.0.0/0'])('%s would make browsers the trunk', (match) => {
  expect(checkTrunk(['192.0.2.1', match])).toMatchObject({ ok: false, error: { code: 'trunkMatchesEdge' } });
});

it.each(['127.0.0.1', '127.0.0.1/32', '192.0.2.0/24', 'carrier.example', '::1', '10.0.0.0/99'])(
  '%s does not',
  (match) => {
    expect(checkTrunk([match])).toEqual({ ok: true, value: undefined });
  },
);
