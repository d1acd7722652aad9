/** What people set for themselves. */
export const enSettings = {
  word: 'Settings',
  title: 'Your settings',
  notSaved: 'Not saved for your other desks: {reason}',
  appearance: { title: 'Appearance and language', hint: 'Kept for you, on every desk.' },
  theme: {
    title: 'Theme',
    system: 'Like the computer',
    light: 'Light',
    dark: 'Dark',
  },
  density: {
    title: 'Density',
    comfortable: 'Comfortable',
    compact: 'Compact',
    hint: 'Answer and Hang up keep their size.',
  },
  language: {
    title: 'Language',
    english: 'English',
    hint: 'The language of this page. More will come.',
  },
  locale: {
    title: 'Dates, times and numbers',
    likeTheBrowser: 'Like the browser',
    example: 'For example {date}, {time}.',
  },
  notifications: {
    title: 'Notifications',
    hint: 'What the computer shows of a call while another window is in front.',
    test: 'Show a test call',
    testTitle: 'Ringing: Test call',
    testText: 'This is how a ringing call looks. Nobody is waiting.',
    permission: 'The browser',
    states: {
      granted: 'Notifications are allowed for Frontdesk.',
      askable: 'The browser has not been asked yet.',
      denied: 'The browser has notifications turned off for this site.',
      unsupported: 'This browser shows no notifications.',
    },
    unsupportedText: 'Calls still ring, and the title of the window says who calls.',
    deniedText: 'Calls still ring, but nothing is shown while another window is in front.',
    howTitle: 'How to turn them on',
    how: [
      'Click the sign at the left of the address bar.',
      'Set Notifications to Allow.',
      'Come back here: it takes effect at once.',
    ],
    allow: 'Allow notifications',
    whenRinging: 'A call is ringing',
    showIt: 'Show a notification',
    whenRingingHint:
      'It closes when the call is answered anywhere, or ends. Clicking it shows the call and answers nothing.',
    onACall: 'While you are on a call',
    onACallSwitch: 'Show it for a second call, too',
  },
} as const;
