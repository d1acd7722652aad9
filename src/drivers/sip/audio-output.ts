/** Plays what callers say, and keeps what is sent to them within reach, each on an element of the page. */
export type AudioOutput = {
  /** Plays all of these; `sent` is what this desk sends to the call that is on. */
  readonly play: (heard: readonly MediaStream[], sent: MediaStream | null) => void;
};

type Elements = { readonly remote: HTMLMediaElement; readonly local: HTMLMediaElement };

/** `blocked` is told when the browser plays nothing, with what to call from a click to make it. */
export function createAudioOutput(
  { remote, local }: Elements,
  blocked: (cure: () => Promise<boolean>) => void,
): AudioOutput {
  const start = async (): Promise<boolean> => {
    try {
      await remote.play();
      return true;
    } catch (error) {
      // Anything but "not allowed" means that another stream has taken its place meanwhile, and that one is started too.
      return !(error instanceof DOMException && error.name === 'NotAllowedError');
    }
  };
  return {
    play: (heard, sent) => {
      local.srcObject = sent;
      const tracks = heard.flatMap((stream) => stream.getAudioTracks());
      remote.srcObject = tracks.length === 0 ? null : new MediaStream(tracks);
      if (tracks.length === 0) return;
      void start().then((isPlaying) => isPlaying || blocked(start));
    },
  };
}
