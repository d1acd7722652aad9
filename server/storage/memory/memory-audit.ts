import { auditEntrySchema } from '../../../shared/protocol/audit-operations.ts';
import type { AuditEntry, AuditLog, AuditQuery } from '../../ports/audit-log.ts';
import { toStored } from '../stored-json.ts';
import { answer, type MemoryState } from './memory-state.ts';

export function memoryAudit(state: MemoryState): AuditLog {
  return {
    append: (entry) =>
      answer(state, () => {
        state.audit.push(toStored(auditEntrySchema, { ...entry, id: state.audit.length + 1 }).value);
      }),
    list: (query) =>
      answer(state, () =>
        state.audit
          .filter((entry) => matches(entry, query))
          .toReversed()
          .slice(0, query.limit),
      ),
  };
}

function matches(entry: AuditEntry, { action, userId, subject, search, before }: AuditQuery): boolean {
  const wanted = search?.trim().toLowerCase();
  return (
    (action === undefined || entry.action === action) &&
    (userId === undefined || entry.by?.userId === userId) &&
    (subject === undefined || entry.subject === subject) &&
    (before === undefined || entry.id < before) &&
    (wanted === undefined || [entry.about, entry.by?.name].some((text) => text?.toLowerCase().includes(wanted)))
  );
}
