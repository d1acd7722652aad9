import { randomBytes } from 'node:crypto';
import type { Ids } from '../ports/ids.ts';

/** From the operating system's source of randomness. */
export const randomIds: Ids = {
  next: () => randomBytes(16).toString('hex'),
  secret: () => randomBytes(32).toString('base64url'),
};
