import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AudioDevice } from '../../../ports/audio-device.ts';
import type { Microphone, MicrophoneState, VoiceCleaning } from '../../../ports/microphone.ts';
import type { CallSpeaker, Speaker, SpeakerState } from '../../../ports/speaker.ts';
import type { DeviceNotices, Purpose } from './device-notices.ts';

export type SpeakerView = SpeakerState & { readonly devices: readonly AudioDevice[] };

export type DevicesState = {
  readonly microphone: MicrophoneState;
  readonly microphones: readonly AudioDevice[];
  readonly chosenMicrophone: AudioDevice | null;
  readonly secondMicrophone: AudioDevice | null;
  readonly cleaning: VoiceCleaning;
  readonly callAudio: SpeakerView;
  readonly ringer: SpeakerView;
  /** What could not be done as asked, until something else is asked of the same. */
  readonly failures: Readonly<Partial<Record<Purpose, 'notChosen' | 'deviceRefused' | 'soundBlocked'>>>;
};

type Parts = {
  readonly microphone: Microphone;
  readonly callAudio: CallSpeaker;
  readonly ringer: Speaker;
  readonly notices: DeviceNotices;
};

/** What is plugged in, what is used for what, and the ways to change it. */
export class DevicesStore {
  readonly store: StoreApi<DevicesState>;
  readonly #parts: Parts;
  #stops: readonly (() => void)[] = [];
  #looks = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { microphone, callAudio, ringer } = parts;
    this.store = createStore<DevicesState>(() => ({
      microphone: microphone.state(),
      microphones: [],
      chosenMicrophone: microphone.chosen(),
      secondMicrophone: null,
      cleaning: microphone.cleaning(),
      callAudio: { ...callAudio.state(), devices: [] },
      ringer: { ...ringer.state(), devices: [] },
      failures: {},
    }));
  }

  /** Starting twice is starting once. */
  readonly start = (): void => {
    if (this.#stops.length > 0) return;
    const { microphone, callAudio, ringer, notices } = this.#parts;
    this.#stops = [
      microphone.subscribe(() => void this.look()),
      microphone.subscribeDevices((event) => {
        notices.happened('microphone', event);
        void this.look();
      }),
      ...(['callAudio', 'ringer'] as const).map((purpose) =>
        this.#parts[purpose].subscribeDevices((event) => {
          notices.happened(purpose, event);
          void this.look();
        }),
      ),
    ];
    void callAudio.open();
    void ringer.open();
    void this.look();
  };

  readonly stop = (): void => {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#parts.callAudio.close();
    this.#parts.ringer.close();
  };

  /** Asks the browser what is plugged in. */
  readonly look = async (): Promise<void> => {
    const { microphone, callAudio, ringer } = this.#parts;
    this.#looks += 1;
    const thisLook = this.#looks;
    // What is known is shown at once: a slider that waits for a list of devices jumps.
    const { callAudio: call, ringer: ring } = this.store.getState();
    this.store.setState({
      microphone: microphone.state(),
      callAudio: { ...callAudio.state(), devices: call.devices },
      ringer: { ...ringer.state(), devices: ring.devices },
    });
    const [microphones, secondMicrophone, callDevices, ringDevices] = await Promise.all([
      microphone.devices(),
      microphone.secondChoice(),
      callAudio.devices(),
      ringer.devices(),
    ]);
    // Somebody has looked again since, and saw more.
    if (thisLook !== this.#looks) return;
    this.store.setState({
      microphones,
      secondMicrophone,
      chosenMicrophone: microphone.chosen(),
      cleaning: microphone.cleaning(),
      callAudio: { ...callAudio.state(), devices: callDevices },
      ringer: { ...ringer.state(), devices: ringDevices },
    });
    this.#forgetArrived(microphones);
  };

  readonly chooseMicrophone = async (deviceId: string): Promise<void> => {
    this.#failed('microphone', undefined);
    const done = await this.#parts.microphone.choose(deviceId);
    this.#failed('microphone', done.ok ? undefined : 'notChosen');
    await this.look();
  };

  readonly clean = async (cleaning: VoiceCleaning): Promise<void> => {
    this.store.setState({ cleaning });
    await this.#parts.microphone.clean(cleaning);
  };

  readonly chooseSpeaker = async (purpose: 'callAudio' | 'ringer', deviceId: string): Promise<void> => {
    const done = await this.#parts[purpose].choose(deviceId);
    this.#failed(purpose, done.ok ? undefined : 'deviceRefused');
    await this.look();
  };

  /** To be called from a click: the browser asks which one. */
  readonly askForSpeaker = async (purpose: 'callAudio' | 'ringer'): Promise<void> => {
    await this.#parts[purpose].ask();
    await this.look();
  };

  readonly setVolume = (purpose: 'callAudio' | 'ringer', volume: number): void =>
    this.#parts[purpose].setVolume(volume);

  readonly playVoice = async (): Promise<void> => {
    const isHeard = await this.#parts.callAudio.playVoice();
    this.#failed('callAudio', isHeard ? undefined : 'soundBlocked');
  };

  #failed(purpose: Purpose, failure: 'notChosen' | 'deviceRefused' | 'soundBlocked' | undefined): void {
    const { [purpose]: _, ...others } = this.store.getState().failures;
    this.store.setState({ failures: failure === undefined ? others : { ...others, [purpose]: failure } });
  }

  /** What arrived and is in use, or gone again, is no news any more. */
  #forgetArrived(microphones: readonly AudioDevice[]): void {
    const { notices, microphone } = this.#parts;
    const { arrived } = notices.store.getState();
    if (arrived === null) return;
    const state = microphone.state();
    const isUsed = state.state === 'ready' && state.device.id === arrived.device.id;
    if (isUsed || !microphones.some(({ id }) => id === arrived.device.id)) notices.forgetArrived();
  }
}
