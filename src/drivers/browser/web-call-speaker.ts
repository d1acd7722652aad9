import type { CallSpeaker } from '../../ports/speaker.ts';
import { WebSpeaker, type Sink, type WebSpeakerParts } from './web-speaker.ts';

export type WebCallSpeakerParts = Omit<WebSpeakerParts, 'sink'> & {
  /** Where callers are heard. */
  readonly remote: HTMLAudioElement;
  /** Where the voice to try it with is heard: of its own, so that it does not stop a caller. */
  readonly trial: HTMLAudioElement;
  /** Fetched when it is first wanted. */
  readonly loadVoice: () => Promise<Blob>;
};

/** The speaker of the calls: the element that plays the callers, wherever the SIP driver's streams come from. */
export class WebCallSpeaker extends WebSpeaker implements CallSpeaker {
  readonly #trial: HTMLAudioElement;
  readonly #loadVoice: () => Promise<Blob>;

  constructor({ remote, trial, loadVoice, ...parts }: WebCallSpeakerParts) {
    super({ ...parts, sink: elementSink([remote, trial]) });
    this.#trial = trial;
    this.#loadVoice = loadVoice;
  }

  readonly playVoice = async (): Promise<boolean> => {
    const trial = this.#trial;
    if (trial.src === '') trial.src = URL.createObjectURL(await this.#loadVoice());
    trial.currentTime = 0;
    try {
      await trial.play();
      return true;
    } catch (error) {
      // Pressed again before it began: the second press plays it.
      return error instanceof DOMException && error.name === 'AbortError';
    }
  };
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
