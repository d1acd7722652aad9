import { act, render } from '@testing-library/react';
import type { Me } from '../../shared/protocol/accounts.ts';
import type { Call } from '../../shared/call/call.ts';
import { ok } from '../../shared/result.ts';
import { Console } from '../app/console/console.tsx';
import { ConsoleModel } from '../app/console/console-model.ts';
import { FakeAppUpdates } from '../drivers/fake/fake-app-updates.ts';
import { FakeClock } from '../drivers/fake/fake-clock.ts';
import { FakeHeadset } from '../drivers/fake/fake-headset.ts';
import { FakeMicrophone } from '../drivers/fake/fake-microphone.ts';
import { FakeNotifier } from '../drivers/fake/fake-notifier.ts';
import { FakePhoneLine } from '../drivers/fake/fake-phone-line.ts';
import { FakeRinger } from '../drivers/fake/fake-ringer.ts';
import { FakeServer } from '../drivers/fake/fake-server.ts';
import { FakeSoundPlayer } from '../drivers/fake/fake-sound-player.ts';
import { FakeSpeaker } from '../drivers/fake/fake-speaker.ts';
import { FakeTabLock } from '../drivers/fake/fake-tab-lock.ts';
import { mira } from '../drivers/fake/stage.ts';
import { loadReadNumber } from '../lib/load-read-number.ts';
import type { Ports } from '../ports/ports.ts';
import { snapshotOf } from './stream.ts';

export type FakePorts = Omit<
  Ports,
  'server' | 'phone' | 'microphone' | 'speaker' | 'ringer' | 'loadHeadset' | 'notifier' | 'updates' | 'clock'
> & {
  readonly server: FakeServer;
  readonly phone: FakePhoneLine;
  readonly microphone: FakeMicrophone;
  readonly speaker: FakeSpeaker;
  readonly ringer: FakeRinger;
  readonly headset: FakeHeadset;
  readonly loadHeadset: () => Promise<FakeHeadset>;
  readonly soundPlayer: FakeSoundPlayer;
  readonly notifier: FakeNotifier;
  readonly updates: FakeAppUpdates;
  readonly clock: FakeClock;
};

export function fakePorts(tabLock = new FakeTabLock()): FakePorts {
  const headset = new FakeHeadset();
  const soundPlayer = new FakeSoundPlayer();
  const server = new FakeServer({
    reject: () => ok(null),
    hangUp: () => ok(null),
    mute: () => ok(null),
    unmute: () => ok(null),
    rejoin: () => ok(null),
    hold: () => ok(null),
    resume: () => ok(null),
    answer: () => ok(null),
    note: () => ok(null),
    earlierCalls: () => ok({ calls: [] }),
    simulateCaller: () => ok(null),
    dialling: () => ok({ possible: true, country: 'US' }),
    placeCall: () => ok({ id: 'placed' }),
  });
  return {
    server,
    phone: new FakePhoneLine(),
    microphone: new FakeMicrophone(),
    speaker: new FakeSpeaker(),
    ringer: new FakeRinger(),
    headset,
    loadHeadset: async () => headset,
    soundPlayer,
    loadSoundPlayer: async () => soundPlayer,
    notifier: new FakeNotifier(),
    tabLock,
    wake: { keepAwake: () => () => undefined },
    updates: new FakeAppUpdates(),
    clock: new FakeClock(),
  };
}

/** A whole console on fakes, signed in as Mira, connected, with the calls given. */
export function renderConsole(
  options: { readonly ports?: FakePorts; readonly calls?: readonly Call[]; readonly me?: Me } = {},
) {
  const ports = options.ports ?? fakePorts();
  const me = options.me ?? mira;
  let signedOut = 0;
  const model = new ConsoleModel({
    ports,
    me,
    loadNumberFormat: async () => (number) => number,
    loadReadNumber,
    onSignedOut: () => {
      signedOut += 1;
    },
    onToldAnew: () => undefined,
  });
  model.start();
  const view = render(<Console model={model} ports={ports} me={me} signOut={async () => null} />);
  act(() => {
    model.startRest();
    ports.server.say(snapshotOf(options.calls ?? [], ports.clock.now()));
    ports.server.become({ state: 'open', since: ports.clock.now() });
  });
  return {
    ...view,
    ports,
    model,
    signedOut: () => signedOut,
    pass: (ms: number) => act(() => ports.clock.advance(ms)),
  };
}
