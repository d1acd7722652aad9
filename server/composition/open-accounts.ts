import { createUserManagement } from '../accounts/manage-users.ts';
import { createAccounts } from '../accounts/sign-in.ts';
import type { Desk } from '../calls/desk.ts';
import { followMemberships } from '../calls/follow-memberships.ts';
import { createSerial } from '../calls/serial.ts';
import type { Memberships } from '../http/http-parts.ts';
import { argon2Passwords, passwordsWithout } from '../storage/passwords.ts';
import { demoPassword } from '../storage/seed-demo.ts';
import { createMemberships } from './memberships.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Engines } from './open-engines.ts';
import type { Surroundings } from './surroundings.ts';
import { sweepSessions } from './sweep-sessions.ts';

/** Who may sign in, what administrators do with them, and who follows when they did. */
export function openAccounts(around: Surroundings, { database }: Engines, { desk, people, sessionEnds }: OpenDesk) {
  const { settings, clock, ids, log, closing } = around;
  const { users, sessions, directory } = database.stores;
  const passwords = settings.demo ? argon2Passwords : passwordsWithout(demoPassword);
  const accounts = createAccounts({ users, sessions, passwords, clock, ids, onEnded: sessionEnds.tell });
  closing.add('session sweep', sweepSessions(accounts, clock, log));
  const memberships = followed(around, desk);
  const onChanged = async (userId: string): Promise<void> => {
    memberships.tell([userId]);
    await people.look(userId);
  };
  const inOrder = createSerial();
  return {
    accounts,
    memberships,
    users: createUserManagement({
      users,
      sessions,
      directory,
      passwords,
      accounts,
      ids,
      clock,
      inOrder,
      onChanged,
    }),
  };
}

/** The desks follow who is in which queue. */
function followed({ log }: Surroundings, desk: Desk): Memberships {
  const memberships = createMemberships();
  memberships.subscribe((userIds) => {
    followMemberships(desk, userIds).catch((error: unknown) => log.error({ err: error }, 'the desks did not follow'));
  });
  return memberships;
}
