import { fail, ok, type Result } from '../../shared/result.ts';
import type { Queue, Stored, StoreFailure, Stores } from '../ports/stores.ts';
import { createUser, type SeedTools, type SeedUser } from './seed-user.ts';
import { usualRules } from '../../shared/protocol/directory.ts';

/** Everybody's password in the demo. The server refuses the demo anywhere but on loopback; where it is off, this opens nothing. */
export const demoPassword = 'frontdesk-demo';

const demoOrganisation = 'Nordkap Shipping';

/** The key under which the organisation's name is kept. */
const organisationKey = 'organisation';

type DemoUser = SeedUser & { readonly answers: boolean };

const demoUsers: readonly DemoUser[] = [
  { email: 'mira@nordkap.example', extension: '200', name: 'Mira Petrović', role: 'receptionist', answers: true },
  { email: 'ana@nordkap.example', extension: '210', name: 'Ana Lindqvist', role: 'receptionist', answers: true },
  { email: 'ingrid@nordkap.example', extension: '231', name: 'Ingrid Solberg', role: 'supervisor', answers: true },
  { email: 'tomas@nordkap.example', extension: '256', name: 'Tomás Ferreira', role: 'administrator', answers: false },
];

type DemoQueue = Pick<Queue, 'id' | 'name' | 'answerWithinSeconds'> & { readonly number: string };

/** Ids that are always the same, so that two servers that seed at once make the same queues. */
const demoQueues: readonly DemoQueue[] = [
  { id: '0'.repeat(31) + '1', name: 'Main number', answerWithinSeconds: 60, number: '5550100' },
  { id: '0'.repeat(31) + '2', name: 'Sales', answerWithinSeconds: 60, number: '5550101' },
  { id: '0'.repeat(31) + '3', name: 'Service', answerWithinSeconds: 60, number: '5550102' },
];

/** The id of the user with this e-mail, who is made when there is none; null when that cannot be. */
async function ensureUser(stores: Stores, user: DemoUser, tools: SeedTools): Stored<string | null> {
  const { email, extension, name, role } = user;
  const there = await stores.users.findByLogin(email);
  if (!there.ok) return there;
  if (there.value) return ok(there.value.user.id);
  const created = await createUser(stores, { email, extension, name, role }, demoPassword, tools);
  if (created.ok) return ok(created.value.id);
  if (created.error !== 'taken') return fail(created.error);
  // Made by another server in the meantime; or the extension is somebody else's, who then takes part in the demo.
  const other = await stores.users.findByLogin(extension);
  return other.ok ? ok(other.value?.user.id ?? null) : other;
}

/** The demo's members and queues have just been stored: that there are none of that id is a mistake in here. */
function unlessMissing(saved: Result<void, StoreFailure | 'noSuchUser' | 'noSuchQueue'>): Result<void, StoreFailure> {
  if (saved.ok) return saved;
  if (saved.error !== 'databaseUnavailable') throw new Error(`The demo refers to what is not there: ${saved.error}.`);
  return fail(saved.error);
}

async function ensureQueue({ directory }: Stores, demo: DemoQueue, members: readonly string[], timeZone: string) {
  const { number, ...queue } = demo;
  const route = await directory.routeOf(number);
  if (!route.ok) return route;
  if (route.value) return ok();
  const saved = unlessMissing(
    await directory.saveQueue({ ...queue, openingHours: null, exceptions: [], timeZone, ...usualRules }, members),
  );
  return saved.ok ? unlessMissing(await directory.saveNumber(number, queue.id)) : saved;
}

/** `timeZone`: the IANA name of the reception's, UTC unless told. */
export type DemoTools = SeedTools & { readonly timeZone?: string };

/** Makes what is missing of the demo; changes nothing of what is there. Its queues are always open. */
export async function seedDemo(stores: Stores, tools: DemoTools): Stored<void> {
  const named = await stores.settings.putIfAbsent(organisationKey, demoOrganisation);
  if (!named.ok) return named;
  const members: string[] = [];
  for (const user of demoUsers) {
    const id = await ensureUser(stores, user, tools);
    if (!id.ok) return id;
    if (user.answers && id.value !== null) members.push(id.value);
  }
  for (const queue of demoQueues) {
    const ensured = await ensureQueue(stores, queue, members, tools.timeZone ?? 'UTC');
    if (!ensured.ok) return ensured;
  }
  return ok();
}

/** The e-mails of those of the demo who still have its password: where the demo is off, they cannot sign in. */
export async function shutOutOfDemo(
  { users }: Stores,
  verify: (passwordHash: string, password: string) => Promise<boolean>,
): Stored<ReadonlySet<string>> {
  const emails = new Set<string>();
  for (const { email } of demoUsers) {
    const found = await users.findByLogin(email);
    if (!found.ok) return found;
    if (found.value !== null && (await verify(found.value.passwordHash, demoPassword)))
      emails.add(found.value.user.email);
  }
  return ok(emails);
}
