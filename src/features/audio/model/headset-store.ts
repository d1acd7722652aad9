import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEmitter } from '../../../lib/emitter.ts';
import type { AudioDevice } from '../../../ports/audio-device.ts';
import type { Headset, HeadsetButton, HeadsetCall } from '../../../ports/headset.ts';

export type HeadsetState = {
  /** Whether this browser connects headsets; null: not known yet. */
  readonly canConnect: boolean | null;
  readonly connected: readonly AudioDevice[];
  readonly failure: 'notOpened' | 'notLoaded' | null;
};

const nothing: HeadsetCall = { isRinging: false, isTalking: false, isMuted: false };

/** The headsets of this desk; their code is fetched after the desk is ready. */
export class HeadsetStore {
  readonly store: StoreApi<HeadsetState> = createStore<HeadsetState>(() => ({
    canConnect: null,
    connected: [],
    failure: null,
  }));
  readonly #load: () => Promise<Headset>;
  readonly #presses = createEmitter<HeadsetButton>();
  #opening: Promise<Headset | null> | null = null;
  #stopListening = (): void => undefined;
  #shown = nothing;

  constructor(load: () => Promise<Headset>) {
    this.#load = load;
  }

  /** Answers the way to stop listening. */
  readonly subscribePresses = this.#presses.subscribe;

  /** Fetches what listens to headsets, and takes those connected before. Opening twice is opening once. */
  readonly open = async (): Promise<void> => void (await this.#opened());

  /** To be called from a click: the browser asks which one. */
  readonly connect = async (): Promise<void> => {
    const headset = await this.#opened();
    const done = await headset?.connect();
    if (done === undefined) return;
    this.store.setState({ failure: !done.ok && done.error === 'notOpened' ? 'notOpened' : null });
  };

  readonly show = (call: HeadsetCall): void => {
    this.#shown = call;
    void this.#opening?.then((headset) => headset?.show(call));
  };

  readonly close = async (): Promise<void> => {
    const headset = await this.#opening;
    this.#opening = null;
    this.#stopListening();
    await headset?.close();
    this.store.setState({ connected: [] });
  };

  #opened(): Promise<Headset | null> {
    this.#opening ??= this.#loadAndOpen();
    return this.#opening;
  }

  async #loadAndOpen(): Promise<Headset | null> {
    try {
      const headset = await this.#load();
      this.#stopListening = headset.subscribe((event) => {
        if (event.type === 'pressed') this.#presses.emit(event.button);
        else this.store.setState({ connected: headset.connected() });
      });
      headset.show(this.#shown);
      await headset.open();
      this.store.setState({ canConnect: headset.canConnect, connected: headset.connected(), failure: null });
      return headset;
    } catch {
      // The network was away just then; it is tried again when somebody asks for a headset.
      this.#opening = null;
      this.store.setState({ failure: 'notLoaded' });
      return null;
    }
  }
}
