import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test('an address names a page and, where it has any, its section', () => {
  expect(placeOf('/')).toEqual({ page: 'calls', section: null });
  expect(placeOf('/people')).toEqual({ page: 'people', section: null });
  expect(placeOf('/check')).toEqual({ page: 'check', section: null });
  expect(placeOf('/settings')).toEqual({ page: 'settings', section: null });
  expect(placeOf('/settings/')).toEqual({ page: 'settings', section: null });
  expect(placeOf('/settings/keyboard')).toEqual({ page: 'settings', section: 'keyboard' });
  expect(placeOf('/admin/users')).toEqual({ page: 'admin', section: 'users' });
  expect(placeOf('/settings/keyboard/more')).toEqual({ page: 'settings', section: 'keyboard' });
});

test('an address that means nothing is the calls', () => {
  expect(placeOf('/nowhere')).toEqual({ page: 'calls', section: null });
});
