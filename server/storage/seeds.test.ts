import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import { createMemoryDatabase } from './memory/memory-database.ts';
import { must, newId, newUser } from './samples.testing.ts';
import { demoPassword, seedDemo, shutOutOfDemo } from './seed-demo.ts';
import { seedFirstAdministrator } from './seed-first-administrator.ts';

const clock: Clock = { now: () => 1_000, after: () => () => undefined };
const ids: Ids = { next: newId, secret: () => `${newId()}${newId()}`.slice(0, 43) };
const hash = (password: string): Promise<string> => Promise.resolve(`hash of ${password}`);
const tools = { clock, ids, hash };

describe('the demo', () => {
  it('has an organisation, four people and three queues', async () => {
    const { stores } = createMemoryDatabase();
    must(await seedDemo(stores, tools));
    expect(must(await stores.settings.get('organisation'))).toBe('Nordkap Shipping');
    const people = must(await stores.users.list());
    expect(people.map(({ name, extension, role }) => `${extension} ${name}, ${role}`)).toEqual([
      '200 Mira Petrović, receptionist',
      '210 Ana Lindqvist, receptionist',
      '231 Ingrid Solberg, supervisor',
      '256 Tomás Ferreira, administrator',
    ]);
    for (const [number, name] of [
      ['5550100', 'Main number'],
      ['5550101', 'Sales'],
      ['5550102', 'Service'],
    ] as const) {
      const queue = must(await stores.directory.routeOf(number));
      expect(queue).toMatchObject({ name, openingHours: null, timeZone: 'UTC' });
      const members = must(await stores.directory.membersOf(queue?.id ?? ''));
      expect(members).toEqual(people.slice(0, 3).map(({ id }) => id));
    }
    expect(must(await stores.users.findByLogin('mira@nordkap.example'))?.passwordHash).toBe(`hash of ${demoPassword}`);
  });

  it('has the time zone it is given', async () => {
    const { stores } = createMemoryDatabase();
    must(await seedDemo(stores, { ...tools, timeZone: 'Europe/Oslo' }));
    expect(must(await stores.directory.routeOf('5550101'))?.timeZone).toBe('Europe/Oslo');
  });

  it('changes nothing when it is there already', async () => {
    const { stores } = createMemoryDatabase();
    must(await seedDemo(stores, tools));
    const [mira] = must(await stores.users.list());
    const main = must(await stores.directory.routeOf('5550100'));
    if (!mira || !main) throw new Error('no demo');
    must(await stores.users.update(mira.id, { name: 'Mira P.', passwordHash: 'her own' }));
    must(await stores.directory.saveQueue({ ...main, name: 'Front door' }, [mira.id]));
    must(await stores.settings.put('organisation', 'Another'));
    must(await seedDemo(stores, tools));
    expect(must(await stores.users.list())).toHaveLength(4);
    expect(must(await stores.users.findByLogin('200'))).toMatchObject({
      user: { name: 'Mira P.' },
      passwordHash: 'her own',
    });
    expect(must(await stores.directory.routeOf('5550100'))?.name).toBe('Front door');
    expect(must(await stores.directory.membersOf(main.id))).toEqual([mira.id]);
    expect(must(await stores.settings.get('organisation'))).toBe('Another');
  });

  it('is made once by two servers at the same time', async () => {
    const { stores } = createMemoryDatabase();
    const both = await Promise.all([seedDemo(stores, tools), seedDemo(stores, tools)]);
    both.map(must);
    expect(must(await stores.users.list())).toHaveLength(4);
    expect(must(await stores.directory.queues())).toHaveLength(3);
  });

  it('says when the database is away', async () => {
    const database = createMemoryDatabase();
    database.setAvailable(false);
    expect(await seedDemo(database.stores, tools)).toEqual({ ok: false, error: 'databaseUnavailable' });
  });
});

describe('the first administrator', () => {
  it('is made when there is nobody, with a password that is told once', async () => {
    const { stores } = createMemoryDatabase();
    const password = must(await seedFirstAdministrator(stores, tools));
    expect(password).toHaveLength(20);
    const found = must(await stores.users.findByLogin('admin@localhost'));
    expect(found).toMatchObject({
      user: { extension: '100', role: 'administrator' },
      passwordHash: `hash of ${password}`,
    });
    expect(must(await seedFirstAdministrator(stores, tools))).toBeNull();
  });

  it('is nobody when there are users', async () => {
    const { stores } = createMemoryDatabase();
    must(await stores.users.create(newUser(), 1));
    expect(must(await seedFirstAdministrator(stores, tools))).toBeNull();
    expect(must(await stores.users.list())).toHaveLength(1);
  });

  it('is made beside the people of a demo that is off, unless one of them has a password of their own', async () => {
    const { stores } = createMemoryDatabase();
    must(await seedDemo(stores, tools));
    const shutOut = async () =>
      must(await shutOutOfDemo(stores, async (kept, password) => kept === (await hash(password))));
    expect((await shutOut()).size).toBe(4);
    const tomas = must(await stores.users.findByLogin('tomas@nordkap.example'));
    must(await stores.users.update(tomas?.user.id ?? '', { passwordHash: 'his own' }));
    expect(must(await seedFirstAdministrator(stores, { ...tools, shutOut: await shutOut() }))).toBeNull();
    must(await stores.users.update(tomas?.user.id ?? '', { passwordHash: await hash(demoPassword) }));
    expect(must(await seedFirstAdministrator(stores, { ...tools, shutOut: await shutOut() }))).toHaveLength(20);
    expect(must(await seedFirstAdministrator(stores, { ...tools, shutOut: await shutOut() }))).toBeNull();
  });

  it('gets the password that was given', async () => {
    const { stores } = createMemoryDatabase();
    expect(must(await seedFirstAdministrator(stores, { ...tools, password: 'chosen by us' }))).toBe('chosen by us');
  });

  it('is made once by two servers at the same time', async () => {
    const { stores } = createMemoryDatabase();
    const made = await Promise.all([seedFirstAdministrator(stores, tools), seedFirstAdministrator(stores, tools)]);
    expect(made.map(must).filter((password) => password !== null)).toHaveLength(1);
    expect(must(await stores.users.list())).toHaveLength(1);
  });
});
