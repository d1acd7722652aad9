/** One notification; showing the same key again replaces it. */
export type Notice = {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Somebody pressed it: the window has come to the front, and the notification is gone. */
  readonly onPress?: () => void;
};

/** What tells of a ringing call when another window is in front. */
export interface Notifier {
  permission(): 'granted' | 'denied' | 'askable' | 'unsupported';
  /** Told whenever the permission may have changed. Answers the way to stop. */
  watchPermission(told: () => void): () => void;
  /** Asks the person; to be called from a click. */
  ask(): Promise<void>;
  /** Shows it while this window is not in front, until it is hidden or pressed or the page goes. */
  show(notice: Notice): void;
  /** Shows it for a few seconds, whatever is in front. */
  demonstrate(notice: Notice): void;
  hide(key: string): void;
  /** The window's title; null for the ordinary one. */
  entitle(title: string | null): void;
}
