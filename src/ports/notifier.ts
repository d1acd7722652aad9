/** What tells of a ringing call when another window is in front. */
export interface Notifier {
  permission(): 'granted' | 'denied' | 'askable' | 'unsupported';
  /** Asks the person; to be called from a click. */
  ask(): Promise<void>;
  /** Shows a notification unless this window is in front. Showing the same key again replaces it. */
  show(note: { readonly key: string; readonly title: string; readonly text: string }): void;
  hide(key: string): void;
  /** The window's title; null for the ordinary one. */
  entitle(title: string | null): void;
}
