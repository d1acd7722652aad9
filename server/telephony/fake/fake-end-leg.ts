import type { LegEndCause } from '../../ports/telephony-event.ts';
import type { LegRecord } from './fake-leg.ts';
import { endPlaybacksOn } from './fake-playback.ts';
import { type FakePbx, report, unbridge } from './fake-pbx.ts';
import { endRecordingsOn } from './fake-recording.ts';

/** Ends a leg once: its media first, then the leg, then whatever listened to it. */
export function endLeg(pbx: FakePbx, leg: LegRecord, cause: LegEndCause): void {
  if (leg.state === 'ended') return;
  leg.stopTimers();
  leg.state = 'ended';
  leg.endCause = cause;
  leg.music = null;
  leg.silence = false;
  unbridge(pbx, leg);
  endPlaybacksOn(pbx, { legId: leg.legId });
  endRecordingsOn(pbx, { legId: leg.legId });
  report(pbx, { type: 'legEnded', legId: leg.legId, cause });
  for (const other of pbx.legs.values()) if (other.snoops?.legId === leg.legId) endLeg(pbx, other, 'hungUp');
}

/** How a leg ends that we let go: before its answer we either refuse the caller or take an invitation back. */
export function causeWhenWeEnd(leg: LegRecord): LegEndCause {
  if (leg.state === 'connected') return 'hungUp';
  return leg.origin === 'arrived' ? 'declined' : 'cancelled';
}
