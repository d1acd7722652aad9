import { afterAll, beforeAll, describe } from 'vitest';
import { systemClock } from '../../composition/system-clock.ts';
import type { Database } from '../../ports/stores.ts';
import { must } from '../samples.testing.ts';
import { storesContract } from '../stores-contract.testing.ts';
import { keptLog } from '../testing/kept-log.ts';
import { migrationsFolder, openTestServer, type TestServer } from '../testing/test-server.ts';
import { openDatabase } from './open-database.ts';

describe('the stores on PostgreSQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.stop());

  storesContract(async () => {
    const url = await server.createDatabase();
    const open = async (): Promise<Database> =>
      must(await openDatabase({ url, migrationsFolder, clock: systemClock, log: keptLog().log }));
    const database = await open();
    const others: Database[] = [];
    return {
      database,
      reopened: async () => {
        const other = await open();
        others.push(other);
        return other;
      },
      close: async () => {
        for (const each of [database, ...others]) await each.close();
      },
    };
  });
});
