import { and, desc, eq, like, lt, or, sql } from 'drizzle-orm';
import { auditEntrySchema } from '../../../shared/protocol/audit-operations.ts';
import type { AuditEntry, AuditLog, AuditQuery } from '../../ports/audit-log.ts';
import { storableText, toStored } from '../stored-json.ts';
import { likePart } from './like-part.ts';
import { auditLog } from './schema/audit.ts';
import type { SqlContext } from './sql-context.ts';

const newEntrySchema = auditEntrySchema.omit({ id: true });
const columns = {
  id: auditLog.id,
  at: auditLog.at,
  by: auditLog.by,
  action: auditLog.action,
  subject: auditLog.subject,
  about: auditLog.about,
};
const toEntries = (rows: readonly unknown[]): readonly AuditEntry[] => rows.map((row) => auditEntrySchema.parse(row));

export function sqlAudit({ db, guard }: SqlContext): AuditLog {
  return {
    append: (entry) =>
      guard(async () => {
        const { value } = toStored(newEntrySchema, entry);
        await db.insert(auditLog).values({ ...value, byUserId: value.by?.userId ?? null });
      }),
    list: (query) =>
      guard(async () =>
        toEntries(
          await db
            .select(columns)
            .from(auditLog)
            .where(conditionOf(query))
            .orderBy(desc(auditLog.id))
            .limit(query.limit),
        ),
      ),
  };
}

function conditionOf({ action, userId, subject, search, before }: AuditQuery) {
  const part = search === undefined ? undefined : likePart(storableText(search.trim().toLowerCase()));
  return and(
    action === undefined ? undefined : eq(auditLog.action, action),
    userId === undefined ? undefined : eq(auditLog.byUserId, userId),
    subject === undefined ? undefined : eq(auditLog.subject, subject),
    before === undefined ? undefined : lt(auditLog.id, before),
    part === undefined
      ? undefined
      : or(like(sql`lower(${auditLog.about})`, part), like(sql`lower(${auditLog.by} ->> 'name')`, part)),
  );
}
