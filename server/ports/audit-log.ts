import type { z } from 'zod';
import type { auditActionSchema, auditEntrySchema } from '../../shared/protocol/audit-operations.ts';
import type { Stored } from './stored.ts';

export type AuditAction = z.output<typeof auditActionSchema>;
/** `by` is null where the house did it by itself; `about` never has a password or a whole number in it. */
export type AuditEntry = z.output<typeof auditEntrySchema>;

export type AuditQuery = {
  readonly action?: AuditAction;
  readonly userId?: string;
  readonly subject?: string;
  readonly search?: string;
  readonly limit: number;
  /** Entries before this one. */
  readonly before?: number;
};

/** Who did what to what. Nothing in it is ever changed. */
export interface AuditLog {
  /** Resolved, it is durable. */
  append(entry: Omit<AuditEntry, 'id'>): Stored<void>;
  /** The latest first. */
  list(query: AuditQuery): Stored<readonly AuditEntry[]>;
}
