/** Slow hashes of passwords. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(passwordHash: string, password: string): Promise<boolean>;
  /** Takes as long as a check, for a user who does not exist: the time must not tell. */
  verifyNothing(password: string): Promise<false>;
}
