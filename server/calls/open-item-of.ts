import type { WorkItem } from '../../shared/worklist/worklist.ts';
import { ok } from '../../shared/result.ts';
import type { Stored } from '../ports/stored.ts';
import type { WorklistStore } from '../ports/worklist-store.ts';

/** A call, or what came of one: a reply, a recording. */
type About = Pick<WorkItem, 'callId' | 'queue'> & { readonly caller: Pick<WorkItem['caller'], 'number'> };

/** The entry that is open for whoever called, whichever of their calls it stands for by now; null: there is none. */
export async function openItemOf(
  worklist: Pick<WorklistStore, 'ofCall' | 'openOf'>,
  { callId, queue, caller: { number } }: About,
): Stored<WorkItem | null> {
  const about = await worklist.ofCall(callId);
  if (!about.ok || about.value?.done === null) return about;
  if (number === null) return ok(null);
  const open = await worklist.openOf(number, queue?.id ?? null);
  return open.ok ? ok(open.value[0] ?? null) : open;
}
