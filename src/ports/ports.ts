import type { Clock } from './clock.ts';
import type { Microphone } from './microphone.ts';
import type { Notifier } from './notifier.ts';
import type { PhoneLine } from './phone-line.ts';
import type { Ringer } from './ringer.ts';
import type { ServerLink } from './server-link.ts';
import type { TabLock } from './tab-lock.ts';
import type { Wake } from './wake.ts';

/** Everything outside the page that the page works with. */
export type Ports = {
  readonly server: ServerLink;
  readonly phone: PhoneLine;
  readonly microphone: Microphone;
  readonly ringer: Ringer;
  readonly notifier: Notifier;
  readonly tabLock: TabLock;
  readonly wake: Wake;
  readonly clock: Clock;
};
