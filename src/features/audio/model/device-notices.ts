import { createStore, type StoreApi } from 'zustand/vanilla';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { AudioDevice, DeviceEvent } from '../../../ports/audio-device.ts';
import type { Clock } from '../../../ports/clock.ts';

export type Purpose = 'microphone' | 'callAudio' | 'ringer';

export type Notice = {
  readonly purpose: Purpose;
  readonly text: string;
  /** A loss, or good news. */
  readonly isLoss: boolean;
};

export type NoticeState = {
  /** What happened lately, one for each purpose. */
  readonly notices: readonly Notice[];
  /** The microphone plugged in last, if it is not used. */
  readonly arrived: { readonly device: AudioDevice; readonly keeping: string } | null;
};

export type DeviceNotices = {
  readonly store: StoreApi<NoticeState>;
  readonly happened: (purpose: Purpose, event: DeviceEvent) => void;
  /** What arrived is in use by now, gone again, or not wanted. */
  readonly forgetArrived: () => void;
  readonly stop: () => void;
};

/** Long enough to be read, short enough not to be in the way. */
const shownMs = 12_000;

/** Says for a while what was plugged in and out. */
export function createDeviceNotices(clock: Clock): DeviceNotices {
  const store = createStore<NoticeState>(() => ({ notices: [], arrived: null }));
  let cancel = (): void => undefined;
  const tell = (notice: Notice): void => {
    const others = store.getState().notices.filter(({ purpose }) => purpose !== notice.purpose);
    store.setState({ notices: [...others, notice] });
    cancel();
    cancel = clock.after(shownMs, () => store.setState({ notices: [] }));
  };
  return {
    store,
    happened: (purpose, event) => {
      const text = sentenceOf(purpose, event);
      if (text !== null) tell({ purpose, text, isLoss: event.type === 'fellBack' });
      if (event.type === 'arrived') store.setState({ arrived: { device: event.device, keeping: event.keeping } });
      else if (purpose === 'microphone' && event.type !== 'changed') store.setState({ arrived: null });
    },
    forgetArrived: () => store.setState({ arrived: null }),
    stop: () => cancel(),
  };
}

function sentenceOf(purpose: Purpose, event: DeviceEvent): string | null {
  const texts = strings.audio.happened[purpose];
  switch (event.type) {
    case 'fellBack':
      return fill(texts[event.why], { lost: event.lost, using: named(event.using) });
    case 'tookBack':
      return fill(texts.back, { using: event.using });
    case 'arrived':
    case 'changed':
      return null;
    default:
      return event satisfies never;
  }
}

/** The computer's default has no name of its own. */
const named = (label: string): string => (label === '' ? strings.audio.defaultInSentence : label);
