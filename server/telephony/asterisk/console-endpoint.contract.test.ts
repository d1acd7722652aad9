import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AriCall, pushConsole, removeConsole } from './console-endpoint.ts';
import { ariCallOf } from './testing/ari-call.ts';
import { sipStatus } from './testing/sip-over-ws.ts';
import { startTestAsterisk, type TestAsterisk } from './testing/test-asterisk.ts';

const trunkAddress = '127.0.0.1';

let asterisk: TestAsterisk;
let ari: AriCall;
let number = 0;

beforeAll(async () => {
  asterisk = await startTestAsterisk();
  ari = ariCallOf(asterisk);
});
afterAll(() => asterisk.stop());

const register = (user: string, secret?: string, localAddress = asterisk.edge.localAddress): Promise<number> =>
  sipStatus({
    wsUrl: asterisk.edge.wsUrl,
    localAddress,
    method: 'REGISTER',
    user,
    ...(secret === undefined ? {} : { secret }),
  });

describe('a pushed console', () => {
  let id = '';
  beforeEach(async () => {
    number += 1;
    id = `desk-${number}`;
    expect(
      await pushConsole(ari, { id, secret: `secret-${id}`, displayName: 'Ada "Desk" \\ O’Neil\r\n' }),
    ).toMatchObject({ ok: true });
  });

  it('registers with its secret', async () => {
    expect(await register(id, `secret-${id}`)).toBe(200);
  });

  it('is nobody without it, with another’s, or with a beginning of it', async () => {
    expect(await register(id)).toBe(401);
    expect(await register(id, 'secret-desk-0')).toBe(401);
    expect(await register(id, `secret-${id}`.slice(0, -1))).toBe(401);
  });

  it('is refused when it does not come from the edge, even with its secret', async () => {
    expect(await register(id, `secret-${id}`, '127.0.0.3')).toBe(401);
  });

  it('cannot take the place of another console', async () => {
    await pushConsole(ari, { id: 'victim', secret: 'secret-victim', displayName: 'Victim' });
    expect(await register('victim', `secret-${id}`)).toBe(404);
  });

  it('is nobody any more once it is removed', async () => {
    expect(await removeConsole(ari, { id })).toMatchObject({ ok: true });
    expect(await register(id, `secret-${id}`)).toBe(401);
    expect(await removeConsole(ari, { id })).toMatchObject({ ok: true });
  });

  it('can be pushed again: a new secret takes the place of the old one', async () => {
    expect(await pushConsole(ari, { id, secret: 'another', displayName: 'Ada' })).toMatchObject({ ok: true });
    expect(await register(id, `secret-${id}`)).toBe(401);
    expect(await register(id, 'another')).toBe(200);
    expect(await register(id, 'another', '127.0.0.3')).toBe(401);
  });

  it('is pushed in less than 50 ms', async () => {
    const begun = performance.now();
    await pushConsole(ari, { id, secret: 'quick', displayName: 'Ada' });
    expect(performance.now() - begun).toBeLessThan(50);
  });
});

describe('the edge', () => {
  it('is not the trunk: without a secret its requests are nobody’s', async () => {
    const { wsUrl, localAddress } = asterisk.edge;
    for (const method of ['INVITE', 'OPTIONS', 'REGISTER'] as const) {
      expect(await sipStatus({ wsUrl, localAddress, method, user: '15550001' })).toBe(401);
    }
  });

  it('has another address than the trunk, which is known by its own', async () => {
    expect(asterisk.edge.localAddress).not.toBe(trunkAddress);
    expect(await register('15550001', undefined, trunkAddress)).not.toBe(401);
  });
});

it('an id or a secret that configuration would read is a bug', async () => {
  await expect(pushConsole(ari, { id: 'a b', secret: 'x', displayName: '' })).rejects.toThrow(RangeError);
  await expect(pushConsole(ari, { id: 'a', secret: 'x\r\nendpoint: trunk', displayName: '' })).rejects.toThrow(
    RangeError,
  );
});

it('a PBX that refuses is a failure that names the step', async () => {
  const refusing: AriCall = (method) => Promise.resolve(method === 'GET' ? 404 : 403);
  const console = { id: 'desk', secret: 'x', displayName: 'Desk' };
  expect(await pushConsole(refusing, console)).toEqual({
    ok: false,
    error: { code: 'refusedByPbx', step: 'aor', status: 403 },
  });
  expect(await removeConsole(refusing, console)).toMatchObject({ ok: false, error: { step: 'identify' } });
});
