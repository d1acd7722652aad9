import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { Person } from '../../../../shared/protocol/stream.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

const texts = strings.admin.users;

/** How somebody stands, for an administrator: disabled, at work, or when they were last seen. */
export function stateWords(user: UserDetails, presence: Person['presence']): string {
  if (user.disabled) return texts.disabled;
  if (presence !== 'offline') return strings.people.presence[presence];
  if (user.signedIn) return texts.signedIn;
  return user.lastSeenAt === null ? texts.neverSeen : fill(texts.lastSeen, { time: dayAndTime(user.lastSeenAt) });
}

/** `20 Nov 2026, 09:00` as it is written here. */
export const dayAndTime = (at: number): string =>
  dateTimeFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
