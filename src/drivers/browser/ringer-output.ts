import type { Sink } from './web-speaker.ts';

/** The way of the ringer out of the page, apart from that of the callers. */
export type RingerOutput = Sink & {
  /** What is to be heard is connected to this. */
  readonly node: () => AudioNode;
};

/** As much of a page's audio context as newer browsers have: TypeScript does not know of it (Web Audio 1.1 §1.2). */
type ContextWithSink = AudioContext & { readonly setSinkId: (deviceId: string) => Promise<void> };

const hasSink = (context: AudioContext): context is ContextWithSink => 'setSinkId' in context;

export type RingerOutputParts = {
  /** The page's one audio context, made when it is first wanted. */
  readonly context: () => AudioContext;
  /** What the browser can: choose where a context plays, where an element plays, or neither. */
  readonly can: 'context' | 'element' | 'nothing';
  /** Plays the ringer where only elements can be sent to a device. */
  readonly makeElement: () => HTMLAudioElement;
};

/** By the audio context where that can be sent to a device, else by an element that is fed by it. */
export function createRingerOutput({ context, can, makeElement }: RingerOutputParts): RingerOutput {
  let gain: GainNode | null = null;
  let volume = 1;
  let element: HTMLAudioElement | null = null;
  const node = (): GainNode => {
    if (gain !== null) return gain;
    gain = new GainNode(context(), { gain: loudness(volume) });
    gain.connect(context().destination);
    return gain;
  };
  const useByContext = async (deviceId: string): Promise<void> => {
    const made = context();
    if (hasSink(made)) await made.setSinkId(deviceId);
  };
  const useByElement = async (deviceId: string): Promise<void> => {
    if (element === null && deviceId === '') return;
    const playing = element ?? makeElement();
    await playing.setSinkId(deviceId);
    if (element !== null) return;
    const stream = new MediaStreamAudioDestinationNode(context());
    node().disconnect();
    node().connect(stream);
    playing.srcObject = stream.stream;
    element = playing;
    await playing.play();
  };
  const ways = { context: useByContext, element: useByElement, nothing: undefined };
  return {
    node,
    use: ways[can],
    setVolume: (wanted) => {
      volume = wanted;
      gain?.gain.setTargetAtTime(loudness(wanted), gain.context.currentTime, 0.01);
    },
  };
}

/** Half way on the slider is to sound half as loud, which is a tenth of the power (−10 dB). */
const loudness = (volume: number): number => volume ** 1.66;
