import type { ClientConfig } from 'pg';

const connectWithinMs = 2_000;
/** The server gives up first, so that the connection can be used again; when it is not even heard, so do we. */
const statementMs = 2_000;
const answerWithinMs = 2_500;

/** For bringing the database up to date, which takes as long as it takes. */
export function startOptions(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'frontdesk start',
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
  };
}

/** For everything else: nothing waits for the database any longer. */
export function clientOptions(url: string, name: string): ClientConfig {
  return {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: statementMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
  };
}
