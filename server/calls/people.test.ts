import { expect, it } from 'vitest';
import type { UserChanges } from '../ports/stores.ts';
import { openCallBoard } from './call-board.ts';
import { createPeople } from './people.ts';
import { placeCall } from './place-call.ts';
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
  const rig = await openTestReception();
  const { stores, desk, clock } = rig;
  const { users, events } = stores;
  await users.create({ ...ana, passwordHash: '' }, clock.now());
  const board = await openCallBoard({ calls: stores.calls, events, log });
  const onStatus = (): void => {};
  const people = createPeople({ desk, users, people: stores.people, events, clock, calls: board.calls, onStatus });
  await people.begin();
  const change = async (changes: UserChanges): Promise<void> => {
    await users.update(ana.id, changes);
    await people.look(ana.id);
  };
  return {
    rig,
    people,
    change,
    clock,
    names: () => board.people().map(({ name }) => name),
    presence: () => board.people()[0]?.presence,
  };
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

it('whoever calls a number is on a call, from the first moment on', async () => {
  const { people, rig, presence } = await openPeople();
  const { agent } = await rig.signIn('ana');
  await people.look(ana.id);
  expect(presence()).toBe('available');
  await placeCall(rig.desk, agent, { number: '+16505550171', reply: null });
  await people.look(ana.id);
  expect(presence()).toBe('onCall');
  rig.telephony.consoleRejects('ana');
  await rig.telephony.settle();
  await people.look(ana.id);
  expect(presence()).toBe('available');
});
