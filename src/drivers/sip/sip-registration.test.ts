import { expect, test } from 'vitest';
import { lifetimeOf } from './sip-registration.ts';

test('of several contacts the one that says how long it lives is believed', () => {
  const bare = '<sip:me@desk.invalid;transport=ws>';
  expect(lifetimeOf([`${bare};expires=299`, bare], 'me')).toBe(299);
  expect(lifetimeOf([`<sip:other@desk.invalid>;expires=10`, `${bare}; Expires=60`], 'me')).toBe(60);
  expect(lifetimeOf([bare], 'me')).toBeNull();
  expect(lifetimeOf([], 'me')).toBeNull();
});
