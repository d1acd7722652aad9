import { createEmitter } from '../../lib/emitter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Notice, Notifier } from '../../ports/notifier.ts';

const demonstrationMs = 8000;

type Parts = {
  readonly window: Window & typeof globalThis;
  readonly clock: Pick<Clock, 'after'>;
};

/**
 * Desktop notifications and the title of this window. A notification never outlives what it tells of: it is closed when
 * it is hidden, when the window comes to the front, and when the page goes.
 */
export function createDesktopNotifier({ window, clock }: Parts): Notifier {
  const { document } = window;
  const ordinaryTitle = document.title;
  const permission = createPermission(window);
  /** What there is to be told at the moment, whether it is on the screen or not. */
  const current = new Map<string, Notice>();
  const open = createOpenNotes(window, (key) => current.delete(key));
  const showIfUnseen = (notice: Notice): void => {
    if (permission.now() === 'granted' && !document.hasFocus()) open.show(notice);
  };
  window.addEventListener('focus', open.closeAll);
  window.addEventListener('blur', () => current.forEach(showIfUnseen));
  window.addEventListener('pagehide', open.closeAll);

  return {
    permission: permission.now,
    watchPermission: permission.watch,
    ask: permission.ask,
    show: (notice) => {
      current.set(notice.key, notice);
      showIfUnseen(notice);
    },
    demonstrate: (notice) => {
      if (permission.now() !== 'granted') return;
      open.show(notice);
      clock.after(demonstrationMs, () => open.close(notice.key));
    },
    hide: (key) => {
      current.delete(key);
      open.close(key);
    },
    entitle: (title) => {
      document.title = title === null ? ordinaryTitle : `${title} – ${ordinaryTitle}`;
    },
  };
}

/** What is on the screen. `onGone`: somebody pressed it or put it away; it is not to come back. */
function createOpenNotes(window: Window & typeof globalThis, onGone: (key: string) => void) {
  const open = new Map<string, Notification>();
  const close = (key: string): void => {
    open.get(key)?.close();
    open.delete(key);
  };
  const show = ({ key, title, text, onPress }: Notice): void => {
    close(key);
    const note = new window.Notification(title, { body: text, tag: key, icon: '/icon.svg', requireInteraction: true });
    open.set(key, note);
    note.addEventListener('click', () => {
      onGone(key);
      close(key);
      window.focus();
      onPress?.();
    });
    note.addEventListener('close', () => {
      // Closed by us it is not here any more; then this is somebody else's doing.
      if (open.get(key) !== note) return;
      open.delete(key);
      onGone(key);
    });
  };
  const closeAll = (): void => [...open.keys()].forEach(close);
  return { show, close, closeAll };
}

/** What the person allows; told when they change it, as far as the browser tells. */
function createPermission(window: Window & typeof globalThis) {
  const isSupported = 'Notification' in window;
  const changed = createEmitter<undefined>();
  const tell = (): void => changed.emit(undefined);
  if (isSupported && 'permissions' in window.navigator) {
    void window.navigator.permissions.query({ name: 'notifications' }).then(
      (status) => status.addEventListener('change', tell),
      // A browser that does not know this permission by name: it is seen when the page is next drawn.
      () => undefined,
    );
  }
  return {
    now: (): ReturnType<Notifier['permission']> => {
      if (!isSupported) return 'unsupported';
      return window.Notification.permission === 'default' ? 'askable' : window.Notification.permission;
    },
    watch: changed.subscribe,
    ask: async (): Promise<void> => {
      if (isSupported) await window.Notification.requestPermission();
      tell();
    },
  };
}
