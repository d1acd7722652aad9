/** What people set for themselves. */
export const enSettings = {
  word: 'Settings',
  title: 'Your settings',
  appearance: { title: 'Appearance and language', hint: 'Kept for you, on every desk.' },
} as const;
