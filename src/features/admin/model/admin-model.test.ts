import { describe, expect, test } from 'vitest';
import { exampleAdministration } from '../../../drivers/fake/example-administration.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { settled } from '../../../testing/settled.ts';
import { findUsers } from './find-users.ts';
import { healthRows } from './health-rows.ts';
import { createHealthStore } from './health-store.ts';
import { copyMonday, draftOfHours, hoursOf, nextSpan } from './hours-draft.ts';
import { areFaultless, faultsOfHours } from './hours-faults.ts';
import { makePassword } from './make-password.ts';
import { faultOfNumber, plainNumber } from './number-draft.ts';
import { openWords } from './open-words.ts';
import { endMinuteOf, minuteOf, timeText } from './time-text.ts';
import { emptyUser, faultsOfUser, takenBy } from './user-draft.ts';
import { stateWords } from './user-words.ts';

const now = Date.UTC(2026, 10, 20, 9, 0, 0);
const world = exampleAdministration(now);
const [mira, ana] = world.users;
if (mira === undefined || ana === undefined) throw new Error('the example has nobody');

describe('a user', () => {
  test('is found by parts of the name, the e-mail and the extension', () => {
    const found = (search: string) => findUsers(world.users, search).map(({ name }) => name);
    expect(found('nunez')).toEqual(['Beatriz Núñez']);
    expect(found('210')).toEqual(['Ana Lindqvist']);
    expect(found('mira@ petr')).toEqual(['Mira Petrović']);
    expect(found('  ')).toHaveLength(world.users.length);
  });

  test('has what the server would refuse said at its field', () => {
    expect(faultsOfUser({ ...emptyUser, email: 'x', extension: '1', password: 'short' })).toEqual({
      name: 'Enter a name.',
      email: 'This is not an e-mail address.',
      extension: 'An extension is 2 to 10 digits.',
      password: 'A password has at least 10 characters.',
    });
    expect(faultsOfUser({ ...mira, password: null })).toEqual({});
  });

  test('shares neither e-mail nor extension with anybody else', () => {
    const draft = { ...emptyUser, email: 'MIRA@nordkap.example', extension: '210' };
    expect(takenBy(draft, world.users, null)).toEqual({
      email: 'Mira Petrović has this e-mail.',
      extension: 'Ana Lindqvist has this extension.',
    });
    expect(takenBy({ ...draft, ...mira }, world.users, mira.id)).toEqual({});
  });

  test.each([
    [{ disabled: true }, 'available', 'Disabled'],
    [{}, 'doNotDisturb', 'Do not disturb'],
    [{ signedIn: true }, 'offline', 'Signed in, phone offline'],
    [{ lastSeenAt: null }, 'offline', 'Not seen lately'],
    [{}, 'offline', /^Last seen .*2026/],
  ] as const)('%j who is %s: %s', (more, presence, words) => {
    expect(stateWords({ ...ana, ...more }, presence)).toMatch(words);
  });
});

test('a password that is made is long, in groups, and of letters nobody mistakes', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_none, index) => index * 16 + index);
  const made = makePassword(() => bytes);
  expect(made).toMatch(/^([a-hjkmnp-z2-9+]{4}-){3}[a-hjkmnp-z2-9+]{4}$/);
  expect(made.length).toBeGreaterThan(10);
});

describe('a number', () => {
  const check = (typed: string, isPossible = true) => faultOfNumber(typed, world.numbers, () => isPossible);
  test('is what the trunk sends, or a whole number of the world', () => {
    expect(plainNumber(' +47 (22) 55-01.38 ')).toBe('+4722550138');
    expect(check('+47 22 55 01 38')).toBeNull();
    expect(check('5550100')).toBeNull();
    expect(check('')).toMatch(/^A number is/);
    expect(check('sales')).toMatch(/^A number is/);
    expect(check('+47 22', false)).toMatch(/\+4722 is not one/);
    expect(check('4722', false)).toBeNull();
    expect(check('+385 1 5550 100')).toBe('This number is in the list already.');
  });
});

describe('opening hours', () => {
  test('are times in fields and back, midnight included', () => {
    expect([timeText(0), timeText(570), timeText(1440)]).toEqual(['00:00', '09:30', '00:00']);
    expect([minuteOf('09:30'), minuteOf(''), endMinuteOf('00:00'), endMinuteOf('17:00')]).toEqual([
      570,
      null,
      1440,
      1020,
    ]);
    const hours = {
      openingHours: [
        { weekday: 1, from: 540, to: 780 },
        { weekday: 7, from: 0, to: 1440 },
      ],
      exceptions: [{ from: '2026-12-31', to: '2026-12-31', spans: [{ from: 540, to: 720 }] }],
      timeZone: 'Europe/Oslo',
    };
    expect(hoursOf(draftOfHours(hours))).toEqual(hours);
    expect(hoursOf(draftOfHours({ ...hours, openingHours: null })).openingHours).toBeNull();
  });

  const draft = draftOfHours({ openingHours: [], exceptions: [], timeZone: 'UTC' });
  const monday = (...spans: readonly (readonly [string, string])[]) =>
    faultsOfHours({
      ...draft,
      week: draft.week.with(
        0,
        spans.map(([from, to]) => ({ from, to })),
      ),
    }).week[0];

  test('have their faults said in a sentence', () => {
    expect(monday(['09:00', '13:00'], ['13:00', '00:00'])).toBeNull();
    expect(monday(['09:00', ''])).toBe('Enter both times.');
    expect(monday(['17:00', '09:00'])).toMatch(/^It closes before/);
    expect(monday(['09:00', '13:00'], ['12:00', '17:00'])).toBe('Two of these times overlap.');
    const day = { from: '2026-12-24', to: '2026-12-26', spans: [] };
    const { exceptions } = faultsOfHours({
      ...draft,
      exceptions: [
        day,
        { ...day, from: '2026-12-26', to: '2026-12-27' },
        { ...day, to: '' },
        { ...day, to: '2026-12-01' },
      ],
    });
    expect(exceptions).toEqual([
      null,
      'Another exception is about one of these days.',
      'Enter the first and the last day.',
      'The last day is before the first.',
    ]);
    expect(areFaultless(faultsOfHours(draft))).toBe(true);
  });

  test('of Monday can be those of all weekdays', () => {
    const span = nextSpan([]);
    expect(copyMonday({ ...draft, week: draft.week.with(0, [span]) }).week.map((spans) => spans.length)).toEqual([
      1, 1, 1, 1, 1, 0, 0,
    ]);
    expect(nextSpan([{ from: '09:00', to: '13:00' }])).toEqual({ from: '14:00', to: '18:00' });
    expect(nextSpan([{ from: '09:00', to: '00:00' }])).toEqual({ from: '', to: '' });
  });

  test('say whether it is open now, and until when', () => {
    const friday = { openingHours: [{ weekday: 5, from: 540, to: 1020 }], exceptions: [], timeZone: 'UTC' };
    expect(openWords(friday, now).words).toMatch(/^Open now, closes at (17:00|5:00\sPM)$/);
    expect(openWords(friday, now - 3_600_000).words).toMatch(/^Closed now, opens at (09:00|9:00\sAM)$/);
    expect(openWords(friday, now - 86_400_000).words).toMatch(/^Closed now, opens tomorrow at/);
    expect(openWords(friday, now + 3 * 86_400_000).words).toMatch(/^Closed now, opens Friday at/);
    expect(openWords({ ...friday, openingHours: null }, now)).toEqual({ isOpen: true, words: 'Open now' });
    expect(openWords({ ...friday, openingHours: [] }, now)).toEqual({ isOpen: false, words: 'Closed now' });
  });
});

describe('the system’s health', () => {
  const { health } = world;
  const levels = (more: Partial<typeof health>) =>
    Object.fromEntries(healthRows({ ...health, ...more }).map(({ id, level }) => [id, level]));

  test('is a word for each part, and what to do where it is not well', () => {
    const gone = { ...health.phoneSystem, state: 'down' as const, legs: null, bridges: null };
    expect(levels({ phoneSystem: gone })['phoneSystem']).toBe('bad');
    expect(levels({ phoneSystem: { ...health.phoneSystem, latencyMs: 900 } })['phoneSystem']).toBe('soon');
    expect(levels({ database: { ...health.database, state: 'down' } })['database']).toBe('bad');
    expect(levels({ speech: { engine: 'flite', voices: 0 } })['speech']).toBe('bad');
    const { recordings } = health;
    expect(levels({ recordings: { ...recordings, state: 'full' } })['recordings']).toBe('bad');
    expect(levels({ recordings: { ...recordings, freeBytes: 1e9 } })['recordings']).toBe('soon');
    expect(
      levels({ recordings: { ...recordings, lastSweep: { at: 1, deleted: 0, failed: true } } })['recordings'],
    ).toBe('soon');
    expect(levels({ consoles: { registered: 0, people: 0 } })['consoles']).toBe('soon');
    expect(levels({ disk: { freeBytes: 1, totalBytes: 1e12 } })['disk']).toBe('bad');
    expect(levels({ disk: { freeBytes: 5e10, totalBytes: 1e12 } })['disk']).toBe('soon');
    expect(levels({ disk: { freeBytes: 5e11, totalBytes: 1e12 } })['disk']).toBe('good');
    expect(levels({ disk: null })['disk']).toBe('good');
    expect(
      levels({ earlierStarts: [now - 1, now - 2, now - 3], server: { ...health.server, startedAt: now } })['server'],
    ).toBe('soon');
    for (const { level, advice } of healthRows({ ...health, phoneSystem: gone })) {
      if (level !== 'good') expect(advice).toBeTruthy();
    }
  });

  test('is asked for every few seconds while it is looked at', async () => {
    const clock = new FakeClock();
    let isVisible = true;
    const server = new FakeServer({ systemHealth: () => ok(health) });
    const { store, start } = createHealthStore(server, clock, () => isVisible);
    const stop = start();
    await settled();
    expect(store.getState()).toEqual({ health, failure: null });
    server.handlers.systemHealth = () => fail({ code: 'unreachable' });
    clock.advance(5000);
    await settled();
    expect(store.getState()).toEqual({ health, failure: 'unreachable' });
    isVisible = false;
    clock.advance(5000);
    await settled();
    expect(server.asked).toHaveLength(2);
    isVisible = true;
    clock.advance(5000);
    await settled();
    expect(server.asked).toHaveLength(3);
    stop();
    clock.advance(60_000);
    expect(server.asked).toHaveLength(3);
  });
});
