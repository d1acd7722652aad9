import type { CallSpeaker } from '../../ports/speaker.ts';
import { WebSpeaker, type Sink, type WebSpeakerParts } from './web-speaker.ts';

export type WebCallSpeakerParts = Omit<WebSpeakerParts, 'sink'> & {
  /** Where callers are heard. */
  readonly remote: HTMLAudioElement;
  /** Where the voice to try it with is heard: of its own, so that it does not stop a caller. */
  readonly trial: HTMLAudioElement;
  /** Where recordings are heard. */
  readonly recording: HTMLAudioElement;
  /** Fetched when it is first wanted. */
  readonly loadVoice: () => Promise<Blob>;
};

/** The speaker of the calls: the element that plays the callers, wherever the SIP driver's streams come from. */
export class WebCallSpeaker extends WebSpeaker implements CallSpeaker {
  readonly #trial: HTMLAudioElement;
  readonly #loadVoice: () => Promise<Blob>;
  #voice: Blob | null = null;
  /** Ends what is being played. */
  #end = (): void => undefined;

  constructor({ remote, trial, recording, loadVoice, ...parts }: WebCallSpeakerParts) {
    super({ ...parts, sink: elementSink([remote, trial, recording]) });
    this.#trial = trial;
    this.#loadVoice = loadVoice;
  }

  /** Resolves when it has begun. */
  readonly playVoice = async (): Promise<boolean> => {
    this.#voice ??= await this.#loadVoice();
    return this.#begin(this.#voice, () => undefined);
  };

  readonly play = async (file: Uint8Array): Promise<boolean> => {
    const { promise: ended, resolve: end } = deferred();
    // A copy of its own: the types of a Blob's parts know no bytes that might be shared.
    const hasBegun = await this.#begin(new Blob([new Uint8Array(file)], { type: 'audio/wav' }), end);
    if (hasBegun) await ended;
    return hasBegun;
  };

  readonly stop = (): void => {
    this.#trial.pause();
    this.#end();
  };

  async #begin(sound: Blob, ended: () => void): Promise<boolean> {
    this.stop();
    const trial = this.#trial;
    const url = URL.createObjectURL(sound);
    const over = new AbortController();
    const end = (): void => {
      if (over.signal.aborted) return;
      over.abort();
      URL.revokeObjectURL(url);
      ended();
    };
    this.#end = end;
    trial.addEventListener('ended', end, { signal: over.signal });
    trial.src = url;
    try {
      await trial.play();
      return true;
    } catch (error) {
      end();
      // Another took its place before it began: that one is played.
      return error instanceof DOMException && error.name === 'AbortError';
    }
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function elementSink(elements: readonly HTMLAudioElement[]): Sink {
  const canChoose = elements.every((element) => 'setSinkId' in element);
  return {
    use: canChoose
      ? async (deviceId) => void (await Promise.all(elements.map((element) => element.setSinkId(deviceId))))
      : undefined,
    setVolume: (volume) => {
      // The square, because the ear hears the logarithm: half way is to sound about half as loud.
      for (const element of elements) element.volume = volume * volume;
    },
  };
}
