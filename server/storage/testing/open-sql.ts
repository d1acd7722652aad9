import { systemClock } from '../../composition/system-clock.ts';
import { openDatabase, type SqlDatabase } from '../sql/open-database.ts';
import { keptLog, type LogLine } from './kept-log.ts';
import { migrationsFolder } from './test-server.ts';

export type OpenedSql = SqlDatabase & { readonly lines: readonly LogLine[] };

/** Opens a database as a server does; several on one URL are as many servers. */
export async function openSql(url: string, connections = 10): Promise<OpenedSql> {
  const { log, lines } = keptLog();
  const opened = await openDatabase({ url, migrationsFolder, clock: systemClock, log, connections });
  if (!opened.ok) throw new Error(opened.error.message);
  return { ...opened.value, lines };
}
