import { describe, expect, it } from 'vitest';
import type { NewUser, User } from '../../ports/stores.ts';
import { must, newId, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const asStored = ({ id, email, extension, name, role }: NewUser): User => ({
  id,
  email,
  extension,
  name,
  role,
  disabled: false,
});
const taken = { ok: false, error: 'taken' };

export function userStoreContract(open: OpenSubject): void {
  describe('users', () => {
    const { stores, reopened } = eachTest(open);

    it('keeps a user, who is not disabled at first', async () => {
      const mira = newUser();
      expect(must(await stores().users.create(mira, 1))).toEqual(asStored(mira));
      expect(must(await stores().users.find(mira.id))).toEqual(asStored(mira));
      expect(must(await (await reopened()).stores.users.list())).toEqual([asStored(mira)]);
    });

    it('knows nobody by an id or login that nobody has', async () => {
      expect(must(await stores().users.find(newId()))).toBeNull();
      expect(must(await stores().users.findByLogin(''))).toBeNull();
      expect(must(await stores().users.findByLogin('nobody@nordkap.example'))).toBeNull();
    });

    it('finds a user by e-mail in any case, and by extension', async () => {
      const ana = newUser({ email: 'Ana.Lindqvist@Nordkap.example', extension: '210' });
      must(await stores().users.create(ana, 1));
      const found = { user: asStored(ana), passwordHash: ana.passwordHash };
      expect(must(await stores().users.findByLogin('ana.lindqvist@NORDKAP.example'))).toEqual(found);
      expect(must(await stores().users.findByLogin('210'))).toEqual(found);
      expect(must(await stores().users.findByLogin('21'))).toBeNull();
    });

    it('lists everybody by extension', async () => {
      for (const extension of ['1000', '231', '200']) must(await stores().users.create(newUser({ extension }), 1));
      const listed = must(await stores().users.list());
      expect(listed.map(({ extension }) => extension)).toEqual(['200', '231', '1000']);
    });

    it('gives an e-mail and an extension to one user only', async () => {
      const { users } = stores();
      const mira = newUser({ email: 'mira@nordkap.example' });
      const ana = newUser();
      must(await users.create(mira, 1));
      must(await users.create(ana, 1));
      expect(await users.create(newUser({ email: 'MIRA@nordkap.example' }), 1)).toEqual(taken);
      expect(await users.create(newUser({ extension: mira.extension }), 1)).toEqual(taken);
      expect(await users.update(ana.id, { email: 'Mira@Nordkap.example' })).toEqual(taken);
      expect(await users.update(ana.id, { extension: mira.extension, name: 'X' })).toEqual(taken);
      expect(must(await users.find(ana.id))).toEqual(asStored(ana));
      expect(must(await users.list())).toHaveLength(2);
    });

    it('lets one of two win who want the same extension at once', async () => {
      const wanted = [newUser({ extension: '300' }), newUser({ extension: '300' }), newUser({ extension: '300' })];
      const results = await Promise.all(wanted.map((user) => stores().users.create(user, 1)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual([taken, taken]);
    });

    it('changes what is to be changed and nothing else', async () => {
      const { users } = stores();
      const mira = newUser({ email: 'mira@nordkap.example' });
      must(await users.create(mira, 1));
      const changed = { ...asStored(mira), name: 'Mira P.', role: 'supervisor', disabled: true } as const;
      expect(must(await users.update(mira.id, { name: 'Mira P.', role: 'supervisor', disabled: true }))).toEqual(
        changed,
      );
      expect(must(await users.update(mira.id, { email: 'MIRA@nordkap.example' })).email).toBe('MIRA@nordkap.example');
      expect(must(await users.update(mira.id, { passwordHash: 'new' })).name).toBe('Mira P.');
      expect(must(await users.findByLogin('mira@nordkap.example'))?.passwordHash).toBe('new');
      expect(must(await users.update(mira.id, {})).name).toBe('Mira P.');
      expect(await users.update(newId(), { name: 'X' })).toEqual({ ok: false, error: 'noSuchUser' });
      expect(await users.update(newId(), {})).toEqual({ ok: false, error: 'noSuchUser' });
    });
  });
}
