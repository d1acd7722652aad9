import { DatabaseError } from 'pg';

/** Node's codes for a connection that cannot be made or has broken. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What pg says without a code. */
const connectionMessages = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Cannot use a pool after calling end',
];

/**
 * SQLSTATEs (PostgreSQL, appendix A) that say something of the database and nothing of the statement: connection lost,
 * no room, cancelled by a timeout or a deadlock, shutting down, a standby, an administrator's change of the access.
 */
const unavailableStates = /^(08|53|58|28|40|57P|3D000$|25006$|55P03$|57014$)/;

/** The error of the driver itself, out of Drizzle's, whose message holds the values of the statement. */
export function causeOf(error: unknown): unknown {
  return error instanceof Error && error.name !== 'error' && error.message.startsWith('Failed query:')
    ? (error.cause ?? error)
    : error;
}

/** The code of a Node or PostgreSQL error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The connection was gone, refused, or too slow: another attempt later may well succeed. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) return unavailableStates.test(error.code ?? '');
  return isBroken(error);
}

const brokenOnTheWay = /^(ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated unexpectedly|Query read timeout)$/;

/** The connection broke on the way, and with it the knowledge whether the statement was carried out. */
export function isUndecided(error: unknown): boolean {
  return error instanceof DatabaseError ? /^(08|57P)/.test(error.code ?? '') : brokenOnTheWay.test(reasonOf(error));
}

function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return networkCodes.has(codeOf(error) ?? '') || connectionMessages.some((start) => error.message.startsWith(start));
}

/** A unique index minds (SQLSTATE unique_violation). */
export const isTaken = (error: unknown): boolean => codeOf(causeOf(error)) === '23505';

/** A foreign key minds: what is referred to is not there (SQLSTATE foreign_key_violation). */
export const isMissing = (error: unknown): boolean => codeOf(causeOf(error)) === '23503';

/** A short reason for a log or a sentence: the code, or pg's own words, which name no value. */
export function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}

/** PostgreSQL's complaint without the values it quotes in its detail. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const where = error.constraint ?? error.table ?? 'no table';
  return new Error(`PostgreSQL refused a statement: ${error.code} (${where}): ${error.message}`);
}
