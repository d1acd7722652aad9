import type { CallsModel } from '../../features/calls/model/calls-model.ts';
import { lanesOf } from '../../features/calls/model/lanes.ts';
import type { DeskStore } from '../../features/desk/model/desk-store.ts';
import type { AppUpdates } from '../../ports/app-updates.ts';
import type { Clock } from '../../ports/clock.ts';

type Parts = { readonly calls: CallsModel; readonly desk: DeskStore };
type Outside = { readonly updates: AppUpdates; readonly clock: Clock };

/** A desk is open for a whole shift; nobody reloads it to see whether there is something new. */
const lookEveryMs = 3_600_000;

/**
 * Looks for a newer version now and then, and whenever the server was away, since that is how one comes. What is kept
 * of this very page's version takes over by itself as soon as no call is on; a newer one waits for its person.
 */
export function keepUpToDate({ calls, desk }: Parts, { updates, clock }: Outside): () => void {
  const settle = (): void => {
    const { calls: table, farewells, synced } = calls.calls.store.getState();
    const isFree = synced && lanesOf(table, farewells, calls.desk).yours.length === 0;
    if (isFree && updates.waiting() === 'thisPage') updates.take();
  };
  let cancel = (): void => undefined;
  const lookLater = (): void => {
    cancel = clock.after(lookEveryMs, () => {
      updates.look();
      lookLater();
    });
  };
  lookLater();
  const stops = [
    updates.subscribe(settle),
    calls.calls.store.subscribe(settle),
    desk.store.subscribe(({ silentSince }, before) => {
      if (silentSince === null && before.silentSince !== null) updates.look();
    }),
  ];
  settle();
  return () => {
    cancel();
    for (const stop of stops) stop();
  };
}
