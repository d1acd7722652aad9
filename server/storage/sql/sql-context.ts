import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Pool } from 'pg';
import type { Guard } from './guard.ts';

/** What every store is made of. */
export type SqlContext = { readonly pool: Pool; readonly db: NodePgDatabase; readonly guard: Guard };
