import { expect, test } from 'vitest';
import { defaultPreferences, preferencesSchema, type Preferences } from '../../../../shared/protocol/preferences.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { settled } from '../../../testing/settled.ts';
import { keepPreferences } from './kept-preferences.ts';
import { createPreferences } from './preferences-store.ts';

/** A browser of its own: what its windows store, and the events with which it tells them of it. */
function browser() {
  const stored = new Map<string, string>();
  const windows: EventTarget[] = [];
  const open = () => {
    const events = new EventTarget();
    windows.push(events);
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, newValue: string) => {
        stored.set(key, newValue);
        for (const other of windows) {
          if (other !== events) other.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
        }
      },
    };
    return keepPreferences({ storage, events: asWindow(events), userId: 'mira', first: { theme: 'dark' } });
  };
  return { open, stored };
}

/** An event target that takes the listeners a window takes. */
const asWindow = (events: EventTarget): Pick<Window, 'addEventListener' | 'removeEventListener'> => ({
  addEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
    events.addEventListener(type, listener),
  removeEventListener: (type: string, listener: EventListenerOrEventListenerObject) =>
    events.removeEventListener(type, listener),
});

function setUp(onServer: Preferences = defaultPreferences) {
  let known = onServer;
  const server = new FakeServer({
    preferences: () => ok(known),
    savePreferences: ({ body }) => ok((known = preferencesSchema.parse({ ...known, ...body }))),
  });
  const { open, stored } = browser();
  return { server, open, stored, preferences: createPreferences(server, open()), known: () => known };
}

test('what this browser knows is there at once, what the server knows afterwards', async () => {
  const { preferences, open } = setUp({ ...defaultPreferences, density: 'compact' });
  expect(preferences.store.getState().preferences.theme).toBe('dark');
  await preferences.load();
  expect(preferences.store.getState().preferences).toMatchObject({ theme: 'system', density: 'compact' });
  expect(open().read()).toMatchObject({ theme: 'system', density: 'compact' });
});

test('a change is in effect before it is saved, and nothing else is sent', async () => {
  const { preferences, server, known } = setUp();
  const saving = preferences.change({ density: 'compact' });
  expect(preferences.store.getState().preferences.density).toBe('compact');
  await saving;
  expect(server.commanded).toEqual([{ name: 'savePreferences', request: { body: { density: 'compact' } } }]);
  expect(known().density).toBe('compact');
});

test('changes are saved one after the other, so that the last one counts', async () => {
  const { preferences, server } = setUp();
  const answers: (() => void)[] = [];
  server.handlers.savePreferences = ({ body }) =>
    new Promise((resolve) => answers.push(() => resolve(ok(preferencesSchema.parse(body)))));
  void preferences.change({ theme: 'light' });
  void preferences.change({ theme: 'dark' });
  void preferences.change({ density: 'compact' });
  expect(server.commanded).toHaveLength(1);
  answers.shift()?.();
  await settled();
  expect(server.commanded.at(-1)?.request).toEqual({ body: { theme: 'dark', density: 'compact' } });
  expect(server.commanded).toHaveLength(2);
});

test('what could not be saved stays here, is said, and goes with the next change', async () => {
  const { preferences, server, known } = setUp();
  const { savePreferences } = server.handlers;
  server.handlers.savePreferences = () => fail({ code: 'unreachable' });
  await preferences.change({ theme: 'dark' });
  expect(preferences.store.getState()).toMatchObject({
    preferences: { theme: 'dark' },
    failure: 'The server cannot be reached at the moment. Calls in progress go on.',
  });
  if (savePreferences !== undefined) server.handlers.savePreferences = savePreferences;
  await preferences.load();
  expect(preferences.store.getState().preferences.theme).toBe('dark');
  await preferences.change({ density: 'compact' });
  expect(preferences.store.getState().failure).toBeNull();
  expect(known()).toMatchObject({ theme: 'dark', density: 'compact' });
});

test('the other windows of the browser follow at once', async () => {
  const { preferences, open, server } = setUp();
  const other = createPreferences(server, open());
  await preferences.change({ keys: { mute: 'F13' } });
  expect(other.store.getState().preferences.keys).toEqual({ mute: 'F13' });
  other.stop();
  await preferences.change({ keys: {} });
  expect(other.store.getState().preferences.keys).toEqual({ mute: 'F13' });
});

test.each(['not JSON', '{"theme":"pink"}', '[]'])('what is kept and cannot be read is forgotten: %s', (text) => {
  const { stored, open } = setUp();
  stored.set('frontdesk-preferences-mira', text);
  expect(open().read()).toEqual({ ...defaultPreferences, theme: 'dark' });
});
