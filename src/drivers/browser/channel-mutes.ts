type SinkContext = AudioContext & { readonly setSinkId: (deviceId: string) => Promise<void> };

const hasSink = (context: AudioContext): context is SinkContext => 'setSinkId' in context;

/**
 * Mutes the channels of what an element plays, each for itself (Web Audio: splitter, a gain each, merger). Made when the
 * first one is muted: until then the element plays by itself, to whatever device it was sent.
 */
export class ChannelMutes {
  readonly #audio: HTMLAudioElement;
  readonly #makeContext: () => AudioContext;
  #graph: { readonly context: AudioContext; readonly gains: readonly [GainNode, GainNode] } | null = null;

  constructor(audio: HTMLAudioElement, makeContext: () => AudioContext) {
    this.#audio = audio;
    this.#makeContext = makeContext;
  }

  readonly set = (channel: 0 | 1, isMuted: boolean): void => {
    if (this.#graph === null && !isMuted) return;
    this.#graph ??= this.#make();
    this.#graph.gains[channel].gain.value = isMuted ? 0 : 1;
    this.wake();
  };

  /** To be called from a press, before the element plays: a context begins asleep, and goes where the element goes. */
  readonly wake = (): void => {
    if (this.#graph === null) return;
    const { context } = this.#graph;
    void context.resume();
    // A device that went away this very moment: the default plays it, and the speaker has said so.
    if (hasSink(context)) void context.setSinkId(this.#audio.sinkId).catch(() => undefined);
  };

  #make() {
    const context = this.#makeContext();
    const splitter = new ChannelSplitterNode(context, { numberOfOutputs: 2 });
    const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
    const gains = [new GainNode(context), new GainNode(context)] as const;
    // A message of one channel is heard on both sides.
    const both = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    new MediaElementAudioSourceNode(context, { mediaElement: this.#audio }).connect(both).connect(splitter);
    for (const [channel, gain] of gains.entries()) splitter.connect(gain, channel).connect(merger, 0, channel);
    merger.connect(context.destination);
    return { context, gains };
  }
}
