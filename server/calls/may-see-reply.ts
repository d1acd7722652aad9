import type { Reply } from '../../shared/reply/reply.ts';
import type { Viewer } from './may-see.ts';
import { isTheirs } from './may-see-recording.ts';

/** Receptionists see the replies of their queues and their own; supervisors and administrators see all. What came back is theirs to hear. */
export const maySeeReply = (viewer: Viewer, { by, queue }: Reply): boolean =>
  isTheirs(viewer, { queueId: queue?.id ?? null, userIds: [by.userId] });
