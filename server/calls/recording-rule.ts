import type { QueueRef } from '../../shared/call/call.ts';
import { usualRules } from '../../shared/protocol/directory.ts';
import { ok } from '../../shared/result.ts';
import type { RecordingRule, Stored, VoicemailRule } from '../ports/stores.ts';
import type { Desk } from './desk.ts';

type Rules = { readonly recording: RecordingRule; readonly voicemail: VoicemailRule };

/** What holds for calls of a queue; the usual for those of none, and of one that is gone. */
export async function rulesOf({ directory }: Pick<Desk, 'directory'>, queue: QueueRef | null): Stored<Rules> {
  if (queue === null) return ok(usualRules);
  const queues = await directory.queues();
  return queues.ok ? ok(queues.value.find(({ id }) => id === queue.id) ?? usualRules) : queues;
}
