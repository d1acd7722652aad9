import type { Person } from '../../../../shared/protocol/stream.ts';

/** Who can be reached comes first. */
const ranks: { readonly [Presence in Person['presence']]: number } = {
  available: 0,
  onCall: 1,
  away: 2,
  doNotDisturb: 3,
  offline: 4,
};

/** The colleagues of one person, those who can be reached first, then by name. */
export const colleaguesOf = (people: Readonly<Record<string, Person>>, meId: string): readonly Person[] =>
  Object.values(people)
    .filter(({ id }) => id !== meId)
    .sort((a, b) => ranks[a.presence] - ranks[b.presence] || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));

/** Those of whom every word of the search begins a word of the name, or the extension; accents and case do not count. */
export function findPeople(people: readonly Person[], search: string): readonly Person[] {
  const wanted = wordsOf(search);
  return people.filter(({ name, extension }) => {
    const words = [...wordsOf(name), extension];
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
}

export const availableAmong = (people: readonly Person[]): number =>
  people.filter(({ presence }) => presence === 'available').length;

/** The same people in the order in which they stood: somebody is about to press one of them. */
export function inOrder(people: readonly Person[], ids: readonly string[] | null): readonly Person[] {
  if (ids === null) return people;
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ id }: Person): number => places.get(id) ?? ids.length;
  return people.toSorted((a, b) => placeOf(a) - placeOf(b));
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '');
