import { randomIds } from '../../composition/random-ids.ts';
import { systemClock } from '../../composition/system-clock.ts';
import { keptLog } from '../testing/kept-log.ts';
import { projectRoot } from '../testing/test-server.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A server in small, for tests that kill it: takes a data folder and a grace, prints PostgreSQL's process id and waits. */
const [dataFolder = '', grace = ''] = process.argv.slice(2);
const parts = { root: projectRoot, clock: systemClock, ids: randomIds, log: keptLog().log };
const started = await startEmbeddedPostgres({ ...parts, dataFolder, graceMs: Number(grace) });
if (!started.ok) throw new Error(started.error.message);
process.stdout.write(`${started.value.pid}\n`);
