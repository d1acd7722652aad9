import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Settings } from '../settings.ts';
import type { Closing } from './closing.ts';

/** What every part is opened with. */
export type Surroundings = {
  /** The project's folder: templates, migrations, the built app. */
  readonly root: string;
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly version: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly closing: Closing;
};
