import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { keptLog } from '../testing/kept-log.ts';
import { createGuard } from './guard.ts';
import { causeOf, isUnavailable, isUndecided, reasonOf } from './pg-failure.ts';

function refused(code: string, message = 'no'): DatabaseError {
  const error = new DatabaseError(message, 1, 'error');
  return Object.assign(error, {
    code,
    detail: 'Key (email)=(mira@nordkap.example) exists.',
    constraint: 'users_email_taken',
  });
}

const network = (code: string): Error => Object.assign(new Error(code), { code });
const unavailable = { ok: false, error: 'databaseUnavailable' };

describe('a failure of the database', () => {
  it.each(['57P01', '57P03', '53300', '08006', '57014', '28P01', '3D000', '25006', '40P01', '55P03'])(
    '%s says that it is not available',
    (code) => expect(isUnavailable(refused(code))).toBe(true),
  );

  it.each(['23505', '23503', '42P01', '22P02', '22021'])('%s is a bug', (code) => {
    expect(isUnavailable(refused(code))).toBe(false);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND'])('%s says that it is not available', (code) => {
    expect(isUnavailable(network(code))).toBe(true);
  });

  it('without a code is told by what pg says', () => {
    expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isUnavailable(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isUnavailable(new TypeError('undefined is not a function'))).toBe(false);
    expect(isUnavailable('Connection terminated')).toBe(false);
  });

  it('leaves open whether a statement was carried out only when the connection broke', () => {
    expect(isUndecided(new Error('Query read timeout'))).toBe(true);
    expect(isUndecided(refused('57P01'))).toBe(true);
    expect(isUndecided(new Error('Connection terminated unexpectedly'))).toBe(true);
    for (const code of ['57014', '53300', '28P01']) expect(isUndecided(refused(code))).toBe(false);
    expect(isUndecided(network('ECONNREFUSED'))).toBe(false);
    expect(isUndecided(new Error('timeout exceeded when trying to connect'))).toBe(false);
  });

  it('is the driver’s, not the one around it that quotes values', () => {
    const inner = network('ECONNRESET');
    expect(causeOf(new Error('Failed query: insert …\nparams: secret', { cause: inner }))).toBe(inner);
    expect(reasonOf(inner)).toBe('ECONNRESET');
  });
});

describe('the guard', () => {
  it('passes a value on', async () => {
    const { log, lines } = keptLog();
    expect(await createGuard(log)(() => Promise.resolve(7))).toEqual({ ok: true, value: 7 });
    expect(lines).toEqual([]);
  });

  it('answers that the database is away, and logs that and its return once', async () => {
    const { log, lines } = keptLog();
    const guard = createGuard(log);
    const away = () => Promise.reject(network('ECONNREFUSED'));
    expect(await guard(away)).toEqual(unavailable);
    expect(await guard(away)).toEqual(unavailable);
    await guard(() => Promise.resolve());
    await guard(() => Promise.resolve());
    expect(lines.map(({ level, fields }) => ({ level, fields }))).toEqual([
      { level: 'warn', fields: { reason: 'ECONNREFUSED' } },
      { level: 'info', fields: {} },
    ]);
  });

  it('lets a bug through, without the values PostgreSQL quotes', async () => {
    const wrapped = new Error('Failed query: insert into users\nparams: mira@nordkap.example', {
      cause: refused('23505'),
    });
    const failed = createGuard(keptLog().log)(() => Promise.reject(wrapped));
    await expect(failed).rejects.toThrow('23505 (users_email_taken)');
    const error = await failed.catch((caught: unknown) => caught);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('mira@');
  });
});
