import { fail, ok } from '../../../shared/result.ts';
import type { Done, Telephony } from '../../ports/telephony.ts';
import { takesCommands } from './fake-leg.ts';
import { command, type FakePbx, unbridge } from './fake-pbx.ts';
import { endPlaybacksOn } from './fake-playback.ts';
import { endRecordingsOn } from './fake-recording.ts';

type BridgeCommands = Pick<Telephony, 'createBridge' | 'destroyBridge' | 'join' | 'leave'>;

export function fakeBridgeCommands(pbx: FakePbx): BridgeCommands {
  return {
    createBridge: (bridgeId) =>
      command(pbx, 'createBridge', () => {
        if (!pbx.bridges.has(bridgeId)) pbx.bridges.set(bridgeId, new Set());
        return ok();
      }),
    destroyBridge: (bridgeId) =>
      command(pbx, 'destroyBridge', () => {
        for (const legId of pbx.bridges.get(bridgeId) ?? []) {
          const leg = pbx.legs.get(legId);
          if (leg !== undefined) leg.bridgeId = null;
        }
        pbx.bridges.delete(bridgeId);
        endPlaybacksOn(pbx, { bridgeId });
        endRecordingsOn(pbx, { bridgeId });
        return ok();
      }),
    join: (bridgeId, legIds) => command(pbx, 'join', () => join(pbx, bridgeId, legIds)),
    leave: (bridgeId, legIds) => command(pbx, 'leave', () => leave(pbx, bridgeId, legIds)),
  };
}

/** All or none: a leg that is gone keeps the others out, too. A leg in another bridge leaves that one. */
function join(pbx: FakePbx, bridgeId: string, legIds: readonly string[]): Done {
  const members = pbx.bridges.get(bridgeId);
  const legs = legsOf(pbx, legIds);
  if (members === undefined || legs === null) return fail('legGone');
  for (const leg of legs) {
    unbridge(pbx, leg);
    leg.bridgeId = bridgeId;
    members.add(leg.legId);
  }
  return ok();
}

/** Leaving a bridge one is not in is leaving it. */
function leave(pbx: FakePbx, bridgeId: string, legIds: readonly string[]): Done {
  const legs = legsOf(pbx, legIds);
  if (!pbx.bridges.has(bridgeId) || legs === null) return fail('legGone');
  for (const leg of legs) if (leg.bridgeId === bridgeId) unbridge(pbx, leg);
  return ok();
}

function legsOf(pbx: FakePbx, legIds: readonly string[]) {
  const legs = legIds.flatMap((legId) => pbx.legs.get(legId) ?? []).filter(takesCommands);
  return legs.length === legIds.length ? legs : null;
}
