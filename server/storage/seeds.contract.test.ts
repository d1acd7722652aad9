import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../composition/random-ids.ts';
import { systemClock } from '../composition/system-clock.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { must } from './samples.testing.ts';
import { demoPassword, seedDemo } from './seed-demo.ts';
import { openTestDatabase, type TestDatabase } from './testing/test-database.ts';

const tools = { ids: randomIds, clock: systemClock, hash: hashPassword };

describe('the demo on PostgreSQL', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.stop());

  it('is made once by two servers, and its people can sign in', async () => {
    const { stores } = test.database;
    const both = await Promise.all([seedDemo(stores, tools), seedDemo(stores, tools)]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(must(await stores.users.list())).toHaveLength(4);
    expect(must(await stores.directory.queues()).map(({ name }) => name)).toEqual(['Main number', 'Sales', 'Service']);
    const mira = must(await stores.users.findByLogin('MIRA@nordkap.example'));
    expect(await verifyPassword(mira?.passwordHash ?? '', demoPassword)).toBe(true);
    expect(must(await stores.directory.queuesOf(mira?.user.id ?? ''))).toHaveLength(3);
  });
});
