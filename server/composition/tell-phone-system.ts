import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EventLog } from '../ports/stores.ts';
import type { Telephony } from '../ports/telephony.ts';

/** Everybody is told how the PBX is at the start, when it stops answering, and when it answers again. */
export function tellPhoneSystem(telephony: Telephony, events: EventLog, clock: Clock, log: Log): () => void {
  const tell = (state: 'working' | 'down'): void => {
    events.append({ kind: 'phoneSystem', state }, clock.now()).then(
      (told) => (told.ok ? undefined : log.warn({ state }, 'the state of the phone system could not be told')),
      (error: unknown) => log.error({ err: error }, 'telling the state of the phone system failed'),
    );
  };
  tell(telephony.status().state === 'connected' ? 'working' : 'down');
  return telephony.subscribe(({ type }) => {
    if (type === 'connected') tell('working');
    if (type === 'disconnected') tell('down');
  });
}
