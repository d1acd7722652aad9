import type { BrowserContext, Page } from '@playwright/test';

/** What a microphone is called, and the tone it hears; null: the one of Chromium's pretended microphone. */
export type PluggedMicrophone = { readonly name: string; readonly hz: number | null };

/**
 * Lets the pages of a browser have these microphones instead of Chromium's, so that one can be pulled out in the middle
 * of a call. What they send is real: a tone of their own, through the page's own connection to the PBX.
 */
export async function plugMicrophones(
  context: BrowserContext,
  microphones: readonly PluggedMicrophone[],
): Promise<void> {
  await context.addInitScript(standIn, microphones);
}

export const unplug = (page: Page, name: string): Promise<void> => tell(page, 'unplug', name);
export const plug = (page: Page, name: string): Promise<void> => tell(page, 'plug', name);

const tell = (page: Page, type: string, name: string): Promise<void> =>
  page.evaluate(([event, detail]) => void dispatchEvent(new CustomEvent(`test-${event}`, { detail })), [
    type,
    name,
  ] as const);

// Runs inside the page, so it must stand on its own.
function standIn(microphones: readonly PluggedMicrophone[]): void {
  // An empty page has no devices.
  if (!('mediaDevices' in navigator)) return;
  type Open = { readonly name: string; readonly track: MediaStreamTrack; readonly end: () => void };
  const media = navigator.mediaDevices;
  const original = media.getUserMedia.bind(media);
  const present = new Set(microphones.map(({ name }) => name));
  const open: Open[] = [];
  const idOf = (name: string): string => `id-of-${name}`;
  const listed = () =>
    microphones
      .filter(({ name }) => present.has(name))
      .map(({ name }) => ({ kind: 'audioinput', deviceId: idOf(name), label: name, groupId: name }));
  const streamOf = async (hz: number | null): Promise<{ stream: MediaStream; end: () => void }> => {
    if (hz === null) {
      const stream = await original({ audio: true });
      return { stream, end: () => stream.getTracks().forEach((track) => track.stop()) };
    }
    const audio = new AudioContext();
    const tone = new OscillatorNode(audio, { frequency: hz });
    const out = new MediaStreamAudioDestinationNode(audio);
    tone.connect(new GainNode(audio, { gain: 0.3 })).connect(out);
    tone.start();
    return { stream: out.stream, end: () => tone.stop() };
  };
  media.enumerateDevices = async () => Object.assign([], listed());
  media.getUserMedia = async (constraints) => {
    const audio = typeof constraints?.audio === 'object' ? constraints.audio : {};
    const wish = typeof audio.deviceId === 'object' && !Array.isArray(audio.deviceId) ? audio.deviceId : {};
    const there = microphones.filter(({ name }) => present.has(name));
    const wanted = there.find(({ name }) => idOf(name) === (wish.exact ?? wish.ideal));
    const chosen = wanted ?? (wish.exact === undefined ? there[0] : undefined);
    if (chosen === undefined) throw new DOMException('there is none', 'NotFoundError');
    const { stream, end } = await streamOf(chosen.hz);
    const [track] = stream.getAudioTracks();
    if (track === undefined) throw new DOMException('it has no track', 'NotReadableError');
    Object.defineProperty(track, 'label', { value: chosen.name });
    const settings = track.getSettings.bind(track);
    track.getSettings = () => ({ ...settings(), deviceId: idOf(chosen.name) });
    open.push({ name: chosen.name, track, end });
    return stream;
  };
  addEventListener('test-unplug', (event) => {
    const name: unknown = event instanceof CustomEvent ? event.detail : null;
    present.delete(String(name));
    for (const one of open.filter((other) => other.name === name)) {
      one.end();
      one.track.dispatchEvent(new Event('ended'));
    }
    media.dispatchEvent(new Event('devicechange'));
  });
  addEventListener('test-plug', (event) => {
    present.add(String(event instanceof CustomEvent ? event.detail : null));
    media.dispatchEvent(new Event('devicechange'));
  });
}
