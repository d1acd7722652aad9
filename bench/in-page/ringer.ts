/** When a page stops ringing. Runs inside the page, so the function must stand on its own. Times as in see.ts. */
export function installRinger(): void {
  const inherited = Object.getOwnPropertyDescriptor(AudioNode.prototype, 'disconnect');
  /** The ringing tone goes through a volume of its own; taking that off the loudspeaker is how it ends. */
  const whenCut = (note: () => void): void => {
    Object.defineProperty(GainNode.prototype, 'disconnect', {
      configurable: true,
      value: function disconnect(this: GainNode, ...from: readonly unknown[]): void {
        Reflect.deleteProperty(GainNode.prototype, 'disconnect');
        note();
        if (inherited !== undefined) Reflect.apply(inherited.value, this, from);
      },
    });
  };
  window.benchRinger = {
    cut: () => new Promise((resolve) => whenCut(() => resolve(performance.timeOrigin + performance.now()))),
  };
}

/** `cut`: the ringing tone is taken off the loudspeaker, and silent in that instant. */
export type Ringer = { readonly cut: () => Promise<number> };

declare global {
  interface Window {
    benchRinger: Ringer;
  }
}
