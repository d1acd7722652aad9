import { ok } from '../../../shared/result.ts';
import type { Telephony } from '../../ports/telephony.ts';
import { fakeBridgeCommands } from './fake-bridge-commands.ts';
import { type FakeControls, fakeControls } from './fake-controls.ts';
import { type FakeFacts, fakeFacts } from './fake-facts.ts';
import { fakeLegCommands } from './fake-leg-commands.ts';
import { fakeMediaCommands } from './fake-media-commands.ts';
import {
  createFakePbx,
  type FakeOptions,
  type FakePbx,
  report,
  snapshotOf,
  stopEveryTimer,
  whileUp,
} from './fake-pbx.ts';
import { fakeStoredRecordings } from './fake-stored-recordings.ts';

/** The port, what the world does to it, and what came of it. */
export type FakeTelephony = Telephony & FakeControls & FakeFacts;

/** A PBX in memory: no processes, no sockets, no time but the clock's. It passes the contract the real one passes. */
export function createFakeTelephony(options: FakeOptions): FakeTelephony {
  const pbx = createFakePbx(options);
  report(pbx, { type: 'connected', snapshot: snapshotOf(pbx) });
  return {
    ...fakeLegCommands(pbx),
    ...fakeBridgeCommands(pbx),
    ...fakeMediaCommands(pbx),
    ...fakeStoredRecordings(pbx),
    ...consoleCommands(pbx),
    ...fakeControls(pbx),
    ...fakeFacts(pbx),
    snapshot: () => whileUp(pbx, () => ok(snapshotOf(pbx))),
    status: () => pbx.status,
    subscribe: pbx.events.subscribe,
    close: () => {
      pbx.events.close();
      stopEveryTimer(pbx);
      return Promise.resolve();
    },
  };
}

function consoleCommands(pbx: FakePbx): Pick<Telephony, 'admitConsole' | 'dismissConsole'> {
  return {
    admitConsole: (console) => {
      // Remembered even while the PBX is down: the driver admits it as soon as there is a PBX again.
      pbx.admitted.set(console.consoleId, console);
      pbx.reachable.add(console.consoleId);
      return whileUp(pbx, () => ok());
    },
    dismissConsole: (consoleId) => {
      pbx.admitted.delete(consoleId);
      pbx.reachable.delete(consoleId);
      return whileUp(pbx, () => ok());
    },
  };
}
