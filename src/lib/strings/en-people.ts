/** The people, how they stand, and what one says of oneself. */
export const enPeople = {
  title: 'People',
  availableOf: '{available} of {all} available',
  asOf: 'as of {time}',
  find: 'Find',
  findHint: 'Name or extension',
  nobodyFound: 'No one here matches “{text}”.',
  nobodyElse: 'Nobody else is here yet. An administrator adds people.',
  loading: 'Asking who is here',
  extension: 'Extension {extension}',

  presence: {
    available: 'Available',
    onCall: 'On a call',
    away: 'Away',
    doNotDisturb: 'Do not disturb',
    offline: 'Offline',
  },
  onCallFor: 'On a call {time}',
  awayUntil: 'Away, back {time}',
  doNotDisturbUntil: 'Do not disturb until {time}',
  /** What was so when the connection was lost, and may not be any more. */
  doubtful: '{word}?',

  status: {
    current: 'now',
    until: 'until {time}',
    availableHint: 'Calls ring here',
    awayHint: 'Calls skip you',
    doNotDisturbHint: 'No call rings here',
    halfHour: '30 min',
    hour: '1 h',
    open: 'Until I change it',
    choice: '{status}, {time}',
    failed: 'Your status is as before: {reason}',
    emptyAway: 'You are away, so calls do not ring here. Your colleagues’ desks ring.',
    emptyDoNotDisturb: 'You are on do not disturb, so calls do not ring here. Your colleagues’ desks ring.',
    back: 'Take calls again',
  },
} as const;
