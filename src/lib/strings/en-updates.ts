/** What is said of a newer version of the page. */
export const enUpdates = {
  title: 'A new version is ready.',
  text: 'Reload when no call is on.',
  reload: 'Reload',
  callIsOn: 'A call is on. Reload when it is over.',
} as const;
