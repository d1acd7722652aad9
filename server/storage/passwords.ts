import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../ports/passwords.ts';

/** Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Some 10 to 30 ms on a thread of its own. The result names its parameters and salt (PHC string). */
export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

/** False for a wrong password; throws on something that is no Argon2 hash. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

let nobodys: Promise<string> | undefined;

/**
 * The work of a verification without anybody to verify: a sign-in with an unknown name takes as long as one with a wrong
 * password, so that the time does not tell who exists. Always false.
 */
export async function verifyNothing(password: string): Promise<false> {
  nobodys ??= hashPassword('nobody has this password');
  await verifyPassword(await nobodys, password);
  return false;
}

export const argon2Passwords: Passwords = { hash: hashPassword, verify: verifyPassword, verifyNothing };

/** The same, but a password that everybody knows opens nothing, whoever still has it; the answer takes as long. */
export const passwordsWithout = (known: string): Passwords => ({
  ...argon2Passwords,
  verify: async (passwordHash, password) => (await verifyPassword(passwordHash, password)) && password !== known,
});
