import type { CallBoard } from '../calls/call-board.ts';
import type { Desk } from '../calls/desk.ts';
import { createPeople, type People } from '../calls/people.ts';
import type { Reception } from '../calls/reception.ts';
import type { Engines } from './open-engines.ts';
import { FailedStart } from './failed-start.ts';
import type { Surroundings } from './surroundings.ts';

type Parts = { readonly desk: Desk; readonly board: CallBoard; readonly reception: Reception };

/** Who is at work; looked at anew whenever a call or a desk of somebody changed. */
export async function openPeople(around: Surroundings, engines: Engines, parts: Parts): Promise<People> {
  const { desk, board, reception } = parts;
  const { users, people: store, events } = engines.database.stores;
  const onStatus = reception.statusChanged;
  const people = createPeople({ desk, users, people: store, events, calls: board.calls, onStatus });
  const stop = board.subscribe(({ call }) => {
    const userId = call?.agent?.userId;
    if (userId === undefined) return;
    people.look(userId).catch((error: unknown) => around.log.error({ err: error }, 'a person could not be told'));
  });
  around.closing.add('people', () => {
    stop();
    people.close();
  });
  const begun = await people.begin();
  if (!begun.ok) throw new FailedStart('The database does not answer.');
  return people;
}

/** The reception, with somebody who looks whenever a desk comes or goes. */
export function watchedBy(reception: Reception, look: (userId: string) => Promise<void>): Reception {
  const agents = new Map<string, string>();
  return {
    ...reception,
    consoleReady: (console) => {
      agents.set(console.agent.consoleId, console.agent.userId);
      reception.consoleReady(console);
      void look(console.agent.userId);
    },
    consoleGone: (consoleId) => {
      reception.consoleGone(consoleId);
      const userId = agents.get(consoleId);
      agents.delete(consoleId);
      if (userId !== undefined) void look(userId);
    },
  };
}
