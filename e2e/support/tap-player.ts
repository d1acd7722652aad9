import type { Page } from '@playwright/test';

/**
 * Puts an ear where a page's sound leaves an audio context, a channel each, and remembers the element that plays. To be
 * called before the page is loaded.
 */
export async function tapPlayer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const play: unknown = Reflect.get(HTMLMediaElement.prototype, 'play');
    if (typeof play !== 'function') throw new Error('this browser plays nothing');
    Reflect.set(HTMLMediaElement.prototype, 'play', function remember(this: HTMLMediaElement) {
      if (this.src.includes('/recordings/')) Reflect.set(window, 'playedRecording', this);
      const outcome: unknown = Reflect.apply(play, this, []);
      return outcome;
    });
    const connect: unknown = Reflect.get(AudioNode.prototype, 'connect');
    if (typeof connect !== 'function') throw new Error('this browser connects no audio nodes');
    Reflect.set(AudioNode.prototype, 'connect', function listen(this: AudioNode, ...to: readonly unknown[]) {
      const [end] = to;
      if (this instanceof ChannelMergerNode && end === this.context.destination) {
        const splitter = new ChannelSplitterNode(this.context, { numberOfOutputs: 2 });
        const ears = [0, 1].map(() => new AnalyserNode(this.context, { fftSize: 2048 }));
        Reflect.apply(connect, this, [splitter]);
        for (const [channel, ear] of ears.entries()) Reflect.apply(connect, splitter, [ear, channel]);
        Reflect.set(window, 'recordingEars', ears);
      }
      const outcome: unknown = Reflect.apply(connect, this, to);
      return outcome;
    });
  });
}

/** How loud each side is just now (RMS); null while no channel was ever muted. */
export const earsOf = (page: Page): Promise<readonly number[] | null> =>
  page.evaluate(() => {
    const ears: unknown = Reflect.get(window, 'recordingEars');
    if (!Array.isArray(ears)) return null;
    return ears.map((ear: unknown) => {
      if (!(ear instanceof AnalyserNode)) return 0;
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    });
  });

/** Where the recording is that is being played, in seconds; -1: none was. */
export const playedTo = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const element: unknown = Reflect.get(window, 'playedRecording');
    return element instanceof HTMLMediaElement ? element.currentTime : -1;
  });
