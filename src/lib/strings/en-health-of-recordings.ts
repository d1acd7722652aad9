/** What an administrator reads of the place of recordings. */
export const healthOfRecordings = {
  recordings: 'Recordings',
  recordingsPlace: 'Kept as {place}',
  recordingsRoom: '{free} free',
  neverSwept: 'None was deleted by its age yet',
  swept: 'Last deleted by age {time}: {count}',
  sweepFailed: 'Deleting by age broke off {time} after {count}',
  sweptCount: { one: '{count} recording', other: '{count} recordings' },
  transcriptsOff: 'Nobody writes down what was said',
  transcriptsBy: 'Written down by {provider}',
  recordingsAdvice: {
    full: 'Nothing can be recorded, and calls go on without. Make room, or have recordings deleted sooner.',
    down: 'Nothing can be recorded or heard. See that the folder can be written to, or that the bucket can be reached.',
    scarce: 'There is room for some forty hours at most. Make room, or have recordings deleted sooner.',
    sweep: 'It is tried again within the hour. If it stays so, look into the server’s log.',
  },
} as const;
