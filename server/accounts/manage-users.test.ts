import { describe, expect, it } from 'vitest';
import { createSerial } from '../calls/serial.ts';
import { createMemoryDatabase } from '../storage/memory/memory-database.ts';
import { must, newUser } from '../storage/samples.testing.ts';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { createUserManagement } from './manage-users.ts';
import { createAccounts } from './sign-in.ts';

const passwords = {
  hash: async (password: string) => `hashed ${password}`,
  verify: async () => true,
  verifyNothing: async (): Promise<false> => false,
};

function openUsers() {
  const { stores, setAvailable } = createMemoryDatabase();
  const clock = createVirtualClock();
  let ids = 0;
  const onEnded = (): void => {};
  const tools = { ids: { next: () => `id-${(ids += 1)}`, secret: () => 'secret' }, clock, passwords };
  const told: string[] = [];
  const management = createUserManagement({
    ...stores,
    ...tools,
    accounts: createAccounts({ ...stores, ...tools, onEnded }),
    inOrder: createSerial(),
    onChanged: async (userId) => void told.push(userId),
  });
  const add = async (name: string, role: 'administrator' | 'receptionist' = 'administrator') =>
    must(await stores.users.create(newUser({ id: name, name, role }), 1));
  return { stores, setAvailable, management, told, add };
}

describe('there is always an administrator', () => {
  it.each([[{ disabled: true }], [{ role: 'supervisor' as const }]])(
    'when two take it from each other by %j in one instant',
    async (changes) => {
      const { management, add } = openUsers();
      const [tomas, petra] = [await add('tomas'), await add('petra')];
      await add('mira', 'receptionist');
      const both = await Promise.all([
        management.change(tomas, petra.id, changes),
        management.change(petra, tomas.id, changes),
      ]);
      expect(both).toMatchObject([{ ok: true }, { ok: false, error: 'lastAdministrator' }]);
    },
  );

  it('and a disabled one does not count', async () => {
    const { management, add } = openUsers();
    const [tomas, petra, nina] = [await add('tomas'), await add('petra'), await add('nina')];
    must(await management.change(tomas, petra.id, { disabled: true }));
    must(await management.change(petra, nina.id, { role: 'receptionist' }));
    expect(await management.change(nina, tomas.id, { disabled: true })).toEqual({
      ok: false,
      error: 'lastAdministrator',
    });
    must(await management.change(tomas, petra.id, { disabled: false }));
    must(await management.change(nina, tomas.id, { disabled: true }));
  });

  it('oneself stays one; everything else about oneself may change', async () => {
    const { management, add } = openUsers();
    const [tomas] = [await add('tomas'), await add('petra')];
    expect(await management.change(tomas, tomas.id, { disabled: true })).toEqual({ ok: false, error: 'notYourself' });
    expect(await management.change(tomas, tomas.id, { role: 'receptionist' })).toEqual({
      ok: false,
      error: 'notYourself',
    });
    must(await management.change(tomas, tomas.id, { name: 'Tomás', role: 'administrator', disabled: false }));
  });
});

describe('a change', () => {
  it('is told to whoever follows, once it is done', async () => {
    const { management, told, add } = openUsers();
    const tomas = await add('tomas');
    const mira = await add('mira', 'receptionist');
    must(await management.change(tomas, mira.id, { name: 'Mira P.' }));
    expect(await management.change(tomas, 'nobody', { name: 'X' })).toEqual({ ok: false, error: 'noSuchUser' });
    expect(await management.change(tomas, mira.id, { queueIds: ['none'] })).toEqual({
      ok: false,
      error: 'noSuchQueue',
    });
    expect(told).toEqual([mira.id]);
  });

  it('that cannot be stored leaves everything as it was', async () => {
    const { management, setAvailable, add } = openUsers();
    const tomas = await add('tomas');
    const mira = await add('mira', 'receptionist');
    setAvailable(false);
    const changed = await management.change(tomas, mira.id, { name: 'Other', disabled: true });
    expect(changed).toEqual({ ok: false, error: 'databaseUnavailable' });
    setAvailable(true);
    expect(must(await management.list())).toContainEqual(expect.objectContaining({ name: 'mira', disabled: false }));
  });
});
