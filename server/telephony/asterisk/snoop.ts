import { fail } from '../../../shared/result.ts';
import type { Done, MediaDirection } from '../../ports/telephony.ts';
import type { CommandParts } from './command-parts.ts';
import { snoopArgument } from './read-snapshot.ts';

/** Resolves when the new leg takes commands, not when the PBX has made it. */
export async function snoop(
  { app, send, session }: CommandParts,
  legId: string,
  snoopLegId: string,
  spy: MediaDirection | 'both',
  whisper?: MediaDirection,
): Promise<Done> {
  const current = session();
  if (current === null) return fail('pbxUnavailable');
  current.legs.add(snoopLegId, 'snoop');
  const entered = current.snoops.wait(snoopLegId);
  const made = await send('POST', ['channels', legId, 'snoop', snoopLegId], {
    body: { app, appArgs: snoopArgument, spy, whisper: whisper ?? 'none' },
  });
  if (made.ok) return entered;
  current.snoops.forget(snoopLegId);
  current.legs.remove(snoopLegId);
  return made;
}
