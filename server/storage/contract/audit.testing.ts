import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditQuery } from '../../ports/audit-log.ts';
import { must } from '../samples.testing.ts';
import { mira } from './recording-samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const heard: Omit<AuditEntry, 'id'> = {
  at: 1_000,
  by: mira,
  action: 'recordingHeard',
  subject: 'r1',
  about: 'Ana Kovač, 25 Nov 14:02, 4:21',
};
const expired: Omit<AuditEntry, 'id'> = {
  ...heard,
  at: 900,
  by: null,
  action: 'recordingExpired',
  about: '100 % \0_\\',
};
const deleted: Omit<AuditEntry, 'id'> = { ...heard, at: 2_000, action: 'recordingDeleted', subject: 'r2' };

export function auditLogContract(open: OpenSubject): void {
  describe('the audit log', () => {
    const { stores, reopened } = eachTest(open);

    it('keeps what was done in the order in which it came, and has it when the database is opened anew', async () => {
      for (const entry of [heard, expired, deleted]) must(await stores().audit.append(entry));
      const listed = must(await stores().audit.list({ limit: 10 }));
      expect(listed).toMatchObject([deleted, { ...expired, about: '100 % _\\' }, heard]);
      expect(must(await (await reopened()).stores.audit.list({ limit: 10 }))).toEqual(listed);
      expect(must(await stores().audit.list({ limit: 1 }))).toEqual(listed.slice(0, 1));
      const before = listed[1]?.id;
      if (before === undefined) throw new Error('nothing is listed');
      expect(must(await stores().audit.list({ limit: 10, before }))).toEqual(listed.slice(2));
    });

    it('is asked for what was done, by whom, to what, and by words', async () => {
      for (const entry of [heard, expired, deleted]) must(await stores().audit.append(entry));
      const expected: readonly (readonly [Omit<AuditQuery, 'limit'>, readonly string[]])[] = [
        [{ action: 'recordingHeard' }, ['recordingHeard']],
        [{ userId: mira.userId }, ['recordingDeleted', 'recordingHeard']],
        [{ subject: 'r1' }, ['recordingExpired', 'recordingHeard']],
        [{ subject: 'r1', userId: mira.userId }, ['recordingHeard']],
        [{ search: ' kovač,' }, ['recordingDeleted', 'recordingHeard']],
        [{ search: 'PETROVIĆ' }, ['recordingDeleted', 'recordingHeard']],
        [{ search: '% _\\' }, ['recordingExpired']],
        [{ search: '%x' }, []],
        [{ search: '' }, ['recordingDeleted', 'recordingExpired', 'recordingHeard']],
      ];
      for (const [query, actions] of expected) {
        const listed = must(await stores().audit.list({ limit: 10, ...query }));
        expect([query, listed.map(({ action }) => action)]).toEqual([query, actions]);
      }
    });
  });
}
