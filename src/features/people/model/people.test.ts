import { describe, expect, test } from 'vitest';
import type { Person } from '../../../../shared/protocol/stream.ts';
import { snapshotOf } from '../../../testing/stream.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { availableAmong, colleaguesOf, findPeople, inOrder } from './people-list.ts';
import { createPeopleStore } from './people-store.ts';
import { presenceWords } from './presence-words.ts';

const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const person = (name: string, presence: Person['presence'] = 'available', more: Partial<Person> = {}): Person => ({
  id: name,
  name,
  extension: '210',
  presence,
  since: at,
  until: null,
  ...more,
});
const names = (people: readonly Person[]): readonly string[] => people.map(({ name }) => name);
const byId = (...people: readonly Person[]) => Object.fromEntries(people.map((one) => [one.id, one]));

describe('the people store', () => {
  const tell = (one: Person) =>
    ({ type: 'event', event: { sequence: 1, at, body: { kind: 'person', person: one } } }) as const;

  test('is what the stream tells: a snapshot replaces everybody, an event one person', () => {
    const { store, accept } = createPeopleStore();
    expect(store.getState()).toEqual({ synced: false, people: {} });
    accept(snapshotOf([], at, [person('Ana'), person('Gone')]));
    accept(snapshotOf([], at, [person('Ana'), person('Ben')]));
    accept(tell(person('Ben', 'away')));
    accept(tell(person('New', 'offline')));
    expect(store.getState()).toEqual({
      synced: true,
      people: byId(person('Ana'), person('Ben', 'away'), person('New', 'offline')),
    });
  });

  test('who is gone is no colleague any more', () => {
    const { store, accept } = createPeopleStore();
    accept(snapshotOf([], at, [person('Ana'), person('Gone')]));
    accept({ type: 'event', event: { sequence: 1, at, body: { kind: 'personGone', personId: 'Gone' } } });
    expect(store.getState().people).toEqual(byId(person('Ana')));
  });

  test('a heartbeat and a call say nothing of people', () => {
    const { store, accept } = createPeopleStore();
    const before = store.getState();
    accept({ type: 'heartbeat', now: at });
    accept({ type: 'event', event: { sequence: 1, at, body: { kind: 'phoneSystem', state: 'down' } } });
    expect(store.getState()).toBe(before);
  });
});

describe('the order', () => {
  test('who can be reached comes first, then by name; oneself is left out', () => {
    const people = byId(
      person('Off', 'offline'),
      person('Dnd', 'doNotDisturb'),
      person('Away', 'away'),
      person('Zoe', 'onCall'),
      person('Čedo'),
      person('Dana'),
      person('Me'),
    );
    expect(names(colleaguesOf(people, 'Me'))).toEqual(['Čedo', 'Dana', 'Zoe', 'Away', 'Dnd', 'Off']);
    expect(availableAmong(colleaguesOf(people, 'Me'))).toBe(2);
  });

  test('stays as it was under the pointer; who is new comes last', () => {
    const people = [person('A'), person('B'), person('C')];
    expect(names(inOrder(people, ['C', 'A']))).toEqual(['C', 'A', 'B']);
    expect(inOrder(people, null)).toBe(people);
  });
});

describe('finding', () => {
  const people = [
    person('Beatriz Núñez', 'available', { extension: '301' }),
    person('Mei-Ling Chou', 'offline', { extension: '306' }),
    person('Ana Lindqvist'),
  ];
  test.each([
    ['', ['Beatriz Núñez', 'Mei-Ling Chou', 'Ana Lindqvist']],
    ['nunez', ['Beatriz Núñez']],
    ['ling', ['Mei-Ling Chou']],
    [' LIN  an ', ['Ana Lindqvist']],
    ['30', ['Beatriz Núñez', 'Mei-Ling Chou']],
    ['306', ['Mei-Ling Chou']],
    ['quist', []],
  ])('“%s”', (search, found) => expect(names(findPeople(people, search))).toEqual(found));
});

describe('the words', () => {
  const until = at + 1_800_000;
  test.each([
    [person('A'), 'Available'],
    [person('A', 'onCall'), 'On a call 4:12'],
    [person('A', 'away'), 'Away'],
    [person('A', 'away', { until }), `Away, back ${timeOfDay(until)}`],
    [person('A', 'doNotDisturb'), 'Do not disturb'],
    [person('A', 'doNotDisturb', { until }), `Do not disturb until ${timeOfDay(until)}`],
    [person('A', 'offline'), 'Offline'],
  ])('%o', (one, words) => expect(presenceWords(one, at + 252_000)).toBe(words));
});
