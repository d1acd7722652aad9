import type { Reply } from '../../shared/reply/reply.ts';
import type { Viewer } from './may-see.ts';

/** Receptionists see the replies of their queues and their own; supervisors and administrators see all. */
export function maySeeReply({ role, userId, queueIds }: Viewer, { by, queue }: Reply): boolean {
  if (role !== 'receptionist' || by.userId === userId) return true;
  return queue !== null && queueIds.includes(queue.id);
}
