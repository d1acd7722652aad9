import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { isTheirs } from './may-see-recording.ts';
import type { Viewer } from './may-see.ts';

/** Receptionists see who is to be called back by their queues and by themselves; supervisors and administrators see all. */
export const maySeeWorkItem = (viewer: Viewer, { owner, queue }: WorkItem): boolean =>
  isTheirs(viewer, { queueId: queue?.id ?? null, userIds: owner === null ? [] : [owner.userId] });
