import type { Recording } from '../../shared/recording/recording.ts';
import type { Viewer } from './may-see.ts';

/**
 * Receptionists hear their own recordings and those of their queues; supervisors and administrators hear all. A voicemail that
 * answered a reply has whoever sent that among its people.
 */
export const maySeeRecording = (viewer: Viewer, { people, queue }: Pick<Recording, 'people' | 'queue'>): boolean =>
  isTheirs(viewer, { queueId: queue?.id ?? null, userIds: people.map(({ userId }) => userId) });

/** The same of one that is gone, and of a reply. */
export function isTheirs(
  { role, userId, queueIds }: Viewer,
  of: { readonly queueId: string | null; readonly userIds: readonly string[] },
): boolean {
  if (role !== 'receptionist' || of.userIds.includes(userId)) return true;
  return of.queueId !== null && queueIds.includes(of.queueId);
}
