import { expect, test } from 'vitest';
import { createMediaSessionHeadset } from './media-session-headset.ts';

type Handler = ((details: MediaSessionActionDetails) => void) | null;

/** A browser's media session that knows these actions. */
function sessionWith(known: readonly string[]) {
  const handlers = new Map<string, Handler>();
  const active: boolean[] = [];
  return {
    handlers,
    active,
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler: (action: string, handler: Handler) => {
      if (!known.includes(action)) throw new TypeError(`unknown action ${action}`);
      handlers.set(action, handler);
    },
    setMicrophoneActive: async (isActive: boolean) => void active.push(isActive),
  };
}

const press = (session: ReturnType<typeof sessionWith>, action: string): void =>
  Reflect.apply(session.handlers.get(action) ?? (() => undefined), undefined, []);

async function open(known: readonly string[]) {
  const session = sessionWith(known);
  const headset = createMediaSessionHeadset(session);
  const pressed: string[] = [];
  headset.subscribe((event) => event.type === 'pressed' && pressed.push(event.button));
  await headset.open();
  return { session, headset, pressed };
}

test('the browser’s own keys hang up and mute', async () => {
  const { session, headset, pressed } = await open(['hangup', 'togglemicrophone']);
  press(session, 'togglemicrophone');
  press(session, 'hangup');
  expect(pressed).toEqual(['mute', 'hangUp']);
  await headset.close();
  expect([...session.handlers.values()]).toEqual([null, null]);
});

test('the browser is told whether the microphone is on', async () => {
  const { session, headset } = await open(['hangup', 'togglemicrophone']);
  const talking = { isRinging: false, isTalking: true, isMuted: false };
  headset.show(talking);
  headset.show({ ...talking, isMuted: true });
  headset.show({ ...talking, isTalking: false });
  expect(session.active).toEqual([true, false, false]);
  expect(session.playbackState).toBe('none');
});

test('a browser that does not know such keys, or has no session, has none of them', async () => {
  const { pressed } = await open(['play']);
  expect(pressed).toEqual([]);
  const none = createMediaSessionHeadset(undefined);
  await none.open();
  none.show({ isRinging: true, isTalking: true, isMuted: true });
  await none.close();
  expect(none.canConnect).toBe(false);
});
