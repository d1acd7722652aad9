import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeClock } from '../fake/fake-clock.ts';
import { createDesktopNotifier } from './desktop-notifier.ts';

/** The notifications on the screen. */
let shown: FakeNotification[] = [];
let hasFocus = false;

class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'granted';
  static readonly requestPermission = async (): Promise<NotificationPermission> => (this.permission = 'granted');
  readonly title: string;
  readonly tag: string | undefined;

  constructor(title: string, options: NotificationOptions) {
    super();
    this.title = title;
    this.tag = options.tag;
    shown.push(this);
  }

  readonly close = (): void => {
    shown = shown.filter((one) => one !== this);
    queueMicrotask(() => this.dispatchEvent(new Event('close')));
  };
}

const clock = new FakeClock();
const titles = () => shown.map(({ title }) => title);
const ana = { key: 'a', title: 'Ringing: Ana', text: 'Sales' };
const look = (type: 'focus' | 'blur' | 'pagehide'): void => {
  hasFocus = type === 'focus';
  dispatchEvent(new Event(type));
};
let made: ReturnType<typeof createDesktopNotifier>[] = [];
const make = () => {
  const notifier = createDesktopNotifier({ window, clock });
  made.push(notifier);
  return notifier;
};

beforeEach(() => {
  shown = [];
  hasFocus = false;
  FakeNotification.permission = 'granted';
  vi.stubGlobal('Notification', FakeNotification);
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasFocus);
});
afterEach(() => {
  for (const notifier of made) notifier.hide(ana.key);
  made = [];
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a notification', () => {
  test('is one for each call, and goes when it is hidden', () => {
    const notifier = make();
    notifier.show(ana);
    notifier.show({ ...ana, title: 'Ringing: Ana Kovač' });
    expect(titles()).toEqual(['Ringing: Ana Kovač']);
    expect(shown[0]?.tag).toBe('a');
    notifier.hide('a');
    expect(titles()).toEqual([]);
  });

  test('is not shown while the window is in front, and is once another one is', () => {
    const notifier = make();
    look('focus');
    notifier.show(ana);
    expect(titles()).toEqual([]);
    look('blur');
    expect(titles()).toEqual(['Ringing: Ana']);
    look('focus');
    expect(titles()).toEqual([]);
    notifier.hide('a');
    look('blur');
    expect(titles()).toEqual([]);
  });

  test('does not outlive the page', () => {
    const notifier = make();
    for (let call = 0; call < 10; call += 1) notifier.show({ ...ana, key: String(call) });
    expect(shown).toHaveLength(10);
    look('pagehide');
    expect(shown).toHaveLength(0);
    for (let call = 0; call < 10; call += 1) notifier.hide(String(call));
  });

  test('that is pressed brings the window to the front, says so, and does not come back', () => {
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
    const onPress = vi.fn();
    make().show({ ...ana, onPress });
    shown[0]?.dispatchEvent(new Event('click'));
    expect(focus).toHaveBeenCalledOnce();
    expect(onPress).toHaveBeenCalledOnce();
    look('blur');
    expect(titles()).toEqual([]);
  });

  test('that somebody puts away does not come back either', async () => {
    make().show(ana);
    shown[0]?.close();
    await Promise.resolve();
    look('blur');
    expect(titles()).toEqual([]);
  });

  test('to be looked at is shown in front as well, and goes by itself', () => {
    look('focus');
    make().demonstrate(ana);
    expect(titles()).toEqual(['Ringing: Ana']);
    clock.advance(8000);
    expect(titles()).toEqual([]);
  });
});

describe('the permission', () => {
  test('that was denied shows nothing', () => {
    FakeNotification.permission = 'denied';
    const notifier = make();
    notifier.show(ana);
    notifier.demonstrate(ana);
    expect(titles()).toEqual([]);
    expect(notifier.permission()).toBe('denied');
  });

  test('can be asked for, and whoever watches is told', async () => {
    FakeNotification.permission = 'default';
    const notifier = make();
    const told = vi.fn();
    const stop = notifier.watchPermission(told);
    expect(notifier.permission()).toBe('askable');
    await notifier.ask();
    expect(notifier.permission()).toBe('granted');
    expect(told).toHaveBeenCalled();
    stop();
  });
});
