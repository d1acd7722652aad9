import type { UserDetails } from '../../../../shared/protocol/accounts.ts';

/** Those of whom every word of the search is in the name, the e-mail or the extension; accents and case do not count. */
export function findUsers(users: readonly UserDetails[], search: string): readonly UserDetails[] {
  const wanted = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return users.filter(({ name, email, extension }) => {
    const text = plain(`${name} ${email} ${extension}`);
    return wanted.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
