import { expect, it } from 'vitest';
import { followMemberships } from './follow-memberships.ts';
import { openTestReception } from './reception.testing.ts';

it('rings whoever joins a queue at once, and not whoever left it', async () => {
  const reception = await openTestReception();
  const { stores, desk, telephony } = reception;
  await stores.users.create(
    {
      id: 'u-ana',
      email: 'ana@nordkap.example',
      extension: '210',
      name: 'Ana',
      role: 'receptionist',
      passwordHash: '',
    },
    1,
  );
  await reception.signIn('ana-1');
  await followMemberships(desk, ['u-ana']);
  expect(desk.consoles.ofQueue('main')).toEqual([]);

  await reception.arrive('Jane');
  expect(await reception.theCall()).toMatchObject({ state: 'queued' });
  await stores.directory.setQueuesOf('u-ana', ['main']);
  await followMemberships(desk, ['u-ana', 'u-nobody']);
  await telephony.settle();
  expect(await reception.theCall()).toMatchObject({ state: 'ringing', offers: [{ consoleId: 'ana-1' }] });

  reception.database.setAvailable(false);
  await followMemberships(desk, ['u-ana']);
  expect(desk.consoles.ofQueue('main')).toHaveLength(1);
});
