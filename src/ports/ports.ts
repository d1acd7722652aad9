import type { AppUpdates } from './app-updates.ts';
import type { Clock } from './clock.ts';
import type { Headset } from './headset.ts';
import type { Microphone } from './microphone.ts';
import type { Notifier } from './notifier.ts';
import type { PhoneLine } from './phone-line.ts';
import type { Ringer } from './ringer.ts';
import type { ServerLink } from './server-link.ts';
import type { SoundPlayer } from './sound-player.ts';
import type { CallSpeaker } from './speaker.ts';
import type { TabLock } from './tab-lock.ts';
import type { Wake } from './wake.ts';

/** Everything outside the page that the page works with. */
export type Ports = {
  readonly server: ServerLink;
  readonly phone: PhoneLine;
  readonly microphone: Microphone;
  readonly speaker: CallSpeaker;
  readonly ringer: Ringer;
  /** Fetched when the first recording is opened. */
  readonly loadSoundPlayer: () => Promise<SoundPlayer>;
  /** Fetched when it is first wanted: nobody signs in with it. */
  readonly loadHeadset: () => Promise<Headset>;
  readonly notifier: Notifier;
  readonly tabLock: TabLock;
  readonly wake: Wake;
  readonly updates: AppUpdates;
  readonly clock: Clock;
};
