/** What a page plays, and when. Runs inside the page, so the function must stand on its own. Times as in see.ts. */
export function installHear(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const remoteStream = (): MediaStream | null => {
    const stream = document.querySelector<HTMLAudioElement>('[data-testid="remote-audio"]')?.srcObject;
    return stream instanceof MediaStream && stream.getAudioTracks().length > 0 ? stream : null;
  };
  const firstSound = (context: AudioContext): Promise<number> =>
    new Promise((resolve) => {
      const ear = new AnalyserNode(context, { fftSize: 512 });
      const samples = new Float32Array(ear.fftSize);
      let heard: MediaStream | null = null;
      const listen = (): void => {
        const stream = remoteStream();
        if (stream !== null && stream !== heard) context.createMediaStreamSource(stream).connect(ear);
        heard = stream;
        ear.getFloatTimeDomainData(samples);
        if (!samples.some((sample) => Math.abs(sample) > 0.01)) return;
        clearInterval(timer);
        resolve(now());
      };
      const timer = setInterval(listen, 5);
    });
  window.benchHear = {
    firstSound: async () => {
      const context = new AudioContext({ latencyHint: 'interactive' });
      await context.resume();
      return { at: firstSound(context).finally(() => void context.close()) };
    },
  };
}

export type Hear = {
  /** Resolves once it listens; `at`: the first sound of the far end that reaches the loudspeaker's side. */
  readonly firstSound: () => Promise<{ readonly at: Promise<number> }>;
};

declare global {
  interface Window {
    benchHear: Hear;
  }
}
