import { ok, type Result } from '../../shared/result.ts';
import type { Media, MediaSubject } from '../ports/telephony.ts';
import type { RecordingRule } from '../ports/stores.ts';
import type { Desk } from './desk.ts';
import type { LiveCall } from './live-call.ts';

type Notice = 'beep' | 'announcement' | null;

/**
 * Tells the caller that they are recorded, as the rule of their queue wants it: into the talk, so that our side hears that they
 * were told; to the caller alone while they are on hold. It is part of what is recorded.
 */
export async function playNotice(
  desk: Desk,
  live: LiveCall,
  notice: RecordingRule['notice'],
): Promise<Result<Notice, 'notTold'>> {
  if (notice === 'none') return ok(null);
  const media: Media =
    notice === 'beep' ? { kind: 'tone', tone: 'beep' } : { kind: 'file', path: desk.prompts.thisCallIsRecorded };
  const on: MediaSubject =
    live.stored.call.state === 'talking' ? { bridgeId: live.bridgeId } : { legId: live.callerLegId };
  const playing = await desk.telephony.play(on, `notice-${desk.ids.next()}`, [media]);
  return playing.ok ? ok(notice) : { ok: false, error: 'notTold' };
}
