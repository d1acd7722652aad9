import { type FakePbx, report, snapshotOf, stopEveryTimer } from './fake-pbx.ts';

export type FakeOutage = {
  /** The PBX stops answering. Its calls go on (and may end unheard), unless it was killed: then they are gone. */
  readonly goDown: (how?: { readonly killed: boolean }) => void;
  /** It answers again and tells what is still there. */
  readonly comeBack: () => void;
};

export function fakeOutage(pbx: FakePbx): FakeOutage {
  return {
    goDown: ({ killed } = { killed: false }) => {
      report(pbx, { type: 'disconnected' });
      pbx.status = { state: 'down', version: null, since: pbx.clock.now() };
      if (killed) loseEverything(pbx);
    },
    comeBack: () => {
      pbx.status = { state: 'connected', version: 'fake', since: pbx.clock.now() };
      report(pbx, { type: 'connected', snapshot: snapshotOf(pbx) });
    },
  };
}

function loseEverything(pbx: FakePbx): void {
  stopEveryTimer(pbx);
  for (const leg of pbx.legs.values()) {
    leg.bridgeId = null;
    if (leg.state !== 'ended') leg.endCause = 'failed';
    leg.state = 'ended';
  }
  pbx.bridges.clear();
  pbx.playbacks.clear();
  // What was written until then is on the disk, without its end.
  for (const recordingId of pbx.recordings.keys()) pbx.recorded.add(recordingId);
  pbx.recordings.clear();
}
