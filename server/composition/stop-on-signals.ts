import type { Log } from '../ports/log.ts';
import type { Closing } from './closing.ts';

/** Ctrl-C and SIGTERM stop everything in order, the embedded engines included; a second one stops at once. */
export function stopOnSignals(closing: Closing, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) {
      process.exit(130);
    }
    stopping = true;
    log.info({ signal }, 'stopping');
    closing.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
