import type { CallBoard } from '../calls/call-board.ts';
import type { Desk } from '../calls/desk.ts';
import { createPeople, type People } from '../calls/people.ts';
import type { Reception } from '../calls/reception.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engines } from './open-engines.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

type Parts = { readonly desk: Desk; readonly board: CallBoard; readonly reception: Reception; readonly clock: Clock };

/** Who is at work; looked at anew whenever a call or a desk of somebody changed. */
export async function openPeople(around: Surroundings, engines: Engines, parts: Parts): Promise<People> {
  const { desk, board, reception, clock } = parts;
  const { users, people: store, events } = engines.database.stores;
  const onStatus = reception.statusChanged;
  const people = createPeople({ desk, users, people: store, events, clock, calls: board.calls, onStatus });
  const look = (userId: string): void => {
    people.look(userId).catch((error: unknown) => around.log.error({ err: error }, 'a person could not be told'));
  };
  const stops = [
    board.subscribe(({ call }) => (call?.agent ? look(call.agent.userId) : undefined)),
    desk.consoles.subscribe(({ userId }) => look(userId)),
  ];
  around.closing.add('people', () => {
    for (const stop of stops) stop();
    people.close();
  });
  const begun = await people.begin();
  if (!begun.ok) throw new FailedStart('The database does not answer.');
  return people;
}
