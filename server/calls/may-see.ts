import type { Call } from '../../shared/call/call.ts';
import type { Role } from '../ports/stores.ts';

/** Somebody who looks at calls. */
export type Viewer = { readonly userId: string; readonly role: Role; readonly queueIds: readonly string[] };

/** Receptionists see the calls of their queues and their own; supervisors and administrators see all. */
export function maySee(viewer: Viewer, call: Call): boolean {
  if (viewer.role !== 'receptionist') return true;
  if (call.agent?.userId === viewer.userId) return true;
  return call.queue !== null && viewer.queueIds.includes(call.queue.id);
}
