import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { listOf } from '../../../lib/locale.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

/** So many are named; more are counted. */
const mostNamed = 3;

/** Who is rung, by name; null when nobody is: whoever is disabled answers nothing. */
export function membersWords(queue: QueueDetails, users: readonly UserDetails[]): string | null {
  const members = users.filter(({ id, disabled }) => !disabled && queue.memberIds.includes(id));
  if (members.length === 0) return null;
  if (members.length <= mostNamed) return listOf(members.map(({ name }) => name));
  return fill(plural(members.length, strings.admin.numbers.people), { count: members.length });
}
