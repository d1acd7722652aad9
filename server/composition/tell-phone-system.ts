import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EventLog } from '../ports/stores.ts';
import type { Telephony } from '../ports/telephony.ts';

/** Everybody is told when the PBX stops answering, and when it answers again. */
export function tellPhoneSystem(telephony: Telephony, events: EventLog, clock: Clock, log: Log): () => void {
  return telephony.subscribe(({ type }) => {
    if (type !== 'connected' && type !== 'disconnected') return;
    const state = type === 'connected' ? 'working' : 'down';
    events.append({ kind: 'phoneSystem', state }, clock.now()).then(
      (told) => {
        if (!told.ok) log.warn({ state }, 'the state of the phone system could not be told');
      },
      (error: unknown) => log.error({ err: error }, 'telling the state of the phone system failed'),
    );
  });
}
