import './lib/parse-without-eval.ts';
import '@fontsource-variable/atkinson-hyperlegible-next';
import '@fontsource-variable/atkinson-hyperlegible-mono';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { AudioRinger } from './drivers/browser/audio-ringer.ts';
import { createDeviceList } from './drivers/browser/device-list.ts';
import { createDesktopNotifier } from './drivers/browser/desktop-notifier.ts';
import { LazyPhoneLine } from './drivers/browser/lazy-phone-line.ts';
import { createLevelMeter } from './drivers/browser/level-meter.ts';
import { createRingerOutput } from './drivers/browser/ringer-output.ts';
import { createScreenWake } from './drivers/browser/screen-wake.ts';
import { systemClock as clock } from './drivers/browser/system-clock.ts';
import { WebAppUpdates } from './drivers/browser/web-app-updates.ts';
import { WebCallSpeaker } from './drivers/browser/web-call-speaker.ts';
import { WebMicrophone } from './drivers/browser/web-microphone.ts';
import { selectorOf, WebSpeaker, type WebSpeakerParts } from './drivers/browser/web-speaker.ts';
import { createWebTabLock } from './drivers/browser/web-tab-lock.ts';
import { createServerLink } from './drivers/server/server-link.ts';
import { loadOnce } from './lib/load-once.ts';
import { shareStorage } from './lib/shared-storage.ts';
import { versionMeta } from './lib/update-words.ts';
import { createBrowserApi } from './features/browser-api/model/browser-api.ts';
import { tapFrames } from './features/browser-api/model/tap-frames.ts';
import { createSessionStore } from './features/sign-in/model/session-store.ts';
import type { Ports } from './ports/ports.ts';

const random = (): number => Math.random();
const socketOrigin = location.origin.replace(/^http/, 'ws');

/** One for the whole page, made when it is first wanted: browsers complain of one that is made before any press. */
const audioContext = once(() => new AudioContext({ latencyHint: 'interactive' }));

const loadSip = loadOnce(() => import('./drivers/sip/sip-phone-line.ts'));

function browserPorts(): Ports {
  // Browsers give none to a page that did not come over a safe connection.
  const media = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
  const devices = { list: createDeviceList(media), storage: shareStorage(localStorage, window) };
  const microphone = new WebMicrophone({
    ...devices,
    media,
    permissions: 'permissions' in navigator ? navigator.permissions : undefined,
    meterOf: (stream) => createLevelMeter(audioContext(), stream),
  });
  const recording = new Audio();
  const id = pageId();
  const sipUrl = `${socketOrigin}/sip?page=${id}`;
  const loadPhone = async () => {
    const { SipPhoneLine } = await loadSip();
    const audio = { remoteAudio: audioElement('remote-audio'), localAudio: audioElement('local-audio') };
    return new SipPhoneLine({ url: sipUrl, clock, random, microphone, ...audio });
  };
  return {
    server: createServerLink({ url: `${socketOrigin}/events?page=${id}`, clock, random }),
    phone: new LazyPhoneLine(loadPhone, clock),
    microphone,
    ...speakers({ ...devices, select: selectorOf(media) }, recording),
    loadSoundPlayer: async () => {
      const { WebSoundPlayer } = await import('./drivers/browser/web-sound-player.ts');
      return new WebSoundPlayer({ audio: recording, makeContext: () => new AudioContext() });
    },
    loadHeadset: async () => (await import('./drivers/browser/browser-headset.ts')).createBrowserHeadset(navigator),
    notifier: createDesktopNotifier({ window, clock }),
    tabLock: createWebTabLock('locks' in navigator ? navigator.locks : undefined),
    updates: keepShell(),
    wake: createScreenWake(document, 'wakeLock' in navigator ? navigator.wakeLock : undefined),
    clock,
  };
}

/**
 * Where callers and recordings are heard, and where it rings: apart, so that a call is heard with the headset on the desk.
 */
function speakers(
  devices: Pick<WebSpeakerParts, 'list' | 'storage' | 'select'>,
  recording: HTMLAudioElement,
): Pick<Ports, 'speaker' | 'ringer'> {
  const speaker = new WebCallSpeaker({
    ...devices,
    name: 'call-audio',
    usualVolume: 100,
    remote: audioElement('remote-audio'),
    trial: new Audio(),
    recording,
    loadVoice: async () => (await import('./drivers/browser/voice-sample.ts')).voiceFile(),
  });
  const sink = createRingerOutput({
    context: audioContext,
    can: 'setSinkId' in AudioContext.prototype ? 'context' : 'setSinkId' in Audio.prototype ? 'element' : 'nothing',
    makeElement: () => new Audio(),
  });
  const ringerSpeaker = new WebSpeaker({ ...devices, sink, name: 'ringer', usualVolume: 80 });
  const ringer = new AudioRinger({
    context: audioContext,
    output: sink,
    speaker: ringerSpeaker,
    page: document,
    clock,
  });
  return { speaker, ringer };
}

/** After the page is up, and what is fetched for it is here: nobody waits for the copies that are kept for another day. */
const keepShellAfterMs = 3000;

function keepShell(): WebAppUpdates {
  const workers = import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  const version = document.querySelector<HTMLMetaElement>(`meta[name="${versionMeta}"]`)?.content ?? '';
  const updates = new WebAppUpdates({ workers, version, reload: () => location.reload() });
  clock.after(keepShellAfterMs, () => void updates.register());
  return updates;
}

/** In development `?fake` shows the console without a server: `src/drivers/fake/`. Not in what is built. */
async function choosePorts(): Promise<Ports> {
  const params = new URLSearchParams(location.search);
  if (!import.meta.env.DEV || !params.has('fake')) return browserPorts();
  const { createStagePorts } = await import('./drivers/fake/stage.ts');
  return createStagePorts(params, clock);
}

/** One load of this page, unpredictable: 32 hex digits. */
const pageId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function audioElement(id: string): HTMLAudioElement {
  const element = document.getElementById(id);
  if (!(element instanceof HTMLAudioElement)) throw new Error(`index.html has no audio element ${id}`);
  return element;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
const chosen = await choosePorts();
const { server, frames } = tapFrames(chosen.server);
const ports = { ...chosen, server };
Object.defineProperty(globalThis, 'frontdesk', {
  value: createBrowserApi({ server, frames, clock }),
  enumerable: true,
});
const session = createSessionStore(server, clock);
// The telephone's program is read beside the console's, not after the console has been drawn; who fails asks again.
session.store.subscribe(({ state }) => state === 'signedIn' && void loadSip().catch(() => undefined));
createRoot(root).render(<App ports={ports} session={session} />);
