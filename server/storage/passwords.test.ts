import { describe, expect, it } from 'vitest';
import { hashPassword, passwordsWithout, verifyNothing, verifyPassword } from './passwords.ts';

describe('passwords', () => {
  it('are kept as Argon2id with the parameters of OWASP, each with a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword('frontdesk-demo'), hashPassword('frontdesk-demo')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('are told from wrong ones', async () => {
    const kept = await hashPassword('frøken Smilla 🐈');
    expect(await verifyPassword(kept, 'frøken Smilla 🐈')).toBe(true);
    expect(await verifyPassword(kept, 'frøken Smilla')).toBe(false);
    expect(await verifyPassword(kept, '')).toBe(false);
  });

  it('are never right for nobody', async () => {
    expect(await verifyNothing('nobody has this password')).toBe(false);
    expect(await verifyNothing('')).toBe(false);
  });

  it('open nothing where everybody knows them', async () => {
    const [known, own] = await Promise.all([hashPassword('frontdesk-demo'), hashPassword('my own')]);
    const passwords = passwordsWithout('frontdesk-demo');
    expect(await passwords.verify(known, 'frontdesk-demo')).toBe(false);
    expect(await passwords.verify(own, 'my own')).toBe(true);
  });

  it('that are no hash at all are a bug', async () => {
    await expect(verifyPassword('plain', 'plain')).rejects.toThrow();
  });
});
