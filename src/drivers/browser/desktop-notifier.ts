import type { Notifier } from '../../ports/notifier.ts';

/** Desktop notifications and the title of this window. */
export function createDesktopNotifier(window: Window & typeof globalThis): Notifier {
  const { document } = window;
  const ordinaryTitle = document.title;
  const shown = new Map<string, Notification>();
  const isSupported = 'Notification' in window;
  const hide = (key: string): void => {
    shown.get(key)?.close();
    shown.delete(key);
  };
  return {
    permission: () => {
      if (!isSupported) return 'unsupported';
      const { permission } = window.Notification;
      return permission === 'default' ? 'askable' : permission;
    },
    ask: async () => {
      if (isSupported) await window.Notification.requestPermission();
    },
    show: ({ key, title, text }) => {
      if (!isSupported || window.Notification.permission !== 'granted' || document.hasFocus()) return;
      hide(key);
      const note = new window.Notification(title, {
        body: text,
        tag: key,
        icon: '/icon.svg',
        requireInteraction: true,
      });
      note.addEventListener('click', () => {
        window.focus();
        hide(key);
      });
      shown.set(key, note);
    },
    hide,
    entitle: (title) => {
      document.title = title === null ? ordinaryTitle : `${title} – ${ordinaryTitle}`;
    },
  };
}
