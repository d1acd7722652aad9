import { expect, it } from 'vitest';
import type { UserChanges } from '../ports/stores.ts';
import { openCallBoard } from './call-board.ts';
import { createPeople } from './people.ts';
import { openTestReception } from './reception.testing.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const ana = {
  id: 'u-ana',
  email: 'ana@nordkap.example',
  extension: '210',
  name: 'Ana Lindqvist',
  role: 'receptionist',
} as const;

async function openPeople() {
  const { stores, desk, clock } = await openTestReception();
  const { users, events } = stores;
  await users.create({ ...ana, passwordHash: '' }, clock.now());
  const board = await openCallBoard({ calls: stores.calls, events, log });
  const people = createPeople({ desk, users, people: stores.people, events, calls: board.calls, onStatus: () => {} });
  await people.begin();
  const change = async (changes: UserChanges): Promise<void> => {
    await users.update(ana.id, changes);
    await people.look(ana.id);
  };
  return { people, change, clock, names: () => board.people().map(({ name }) => name) };
}

it('whoever is disabled is nobody’s colleague any more, and is one again when they may sign in', async () => {
  const { change, names } = await openPeople();
  expect(names()).toEqual(['Ana Lindqvist']);
  await change({ disabled: true });
  expect(names()).toEqual([]);
  await change({ disabled: false });
  expect(names()).toEqual(['Ana Lindqvist']);
});

it('the end of a status does not bring back somebody who was disabled', async () => {
  const { people, change, clock, names } = await openPeople();
  await people.setStatus(ana.id, 'away', clock.now() + 60_000);
  await change({ disabled: true });
  clock.advance(60_000);
  expect(await people.setStatus(ana.id, 'available', null)).toEqual({ ok: false, error: 'noSuchUser' });
  expect(names()).toEqual([]);
});
