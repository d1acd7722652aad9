/** How a call sounds, in words, and what was missed by a page that was away. */
export const enQuality = {
  good: 'Good',
  fair: 'Fair',
  poorLost: 'Poor: {percent} % lost',
  poorUneven: 'Poor: uneven sound',
  poorLate: 'Poor: {seconds} s late',
  /** As the wording of the design has it; somebody we called is not a caller. */
  notHeard: { inbound: 'Caller can’t hear you', outbound: 'They can’t hear you' },
  notHearing: { inbound: 'You can’t hear the caller', outbound: 'You can’t hear them' },
  /** The accessible name of the chip: the word, and that there is more. */
  chipName: 'Sound: {word}. Show details',
  /** What to do, by what is wrong. */
  todo: {
    microphone:
      'Your microphone gives no sound. Check its cable and mute switch, or choose another under audio devices.',
    path: 'Your sound does not arrive. Hold and resume the call; if it stays so, call back.',
    silent: 'No sound arrives. They may still hear you: say that you will call back. Hold and resume may help.',
  },

  details: {
    title: 'Sound of this call',
    lostIn: 'Lost on the way to you',
    lostOut: 'Lost on the way to them',
    jitter: 'Unevenness (jitter)',
    roundTrip: 'There and back',
    percent: '{count} %',
    ms: '{count} ms',
    unknown: 'not known',
  },

  spoken: {
    notHeard: '{name} can’t hear you.',
    notHearing: 'You can’t hear {name}.',
    mended: 'You and {name} hear each other again.',
  },

  away: {
    title: { one: '{count} call missed while you were away', other: '{count} calls missed while you were away' },
    spoken: {
      one: '{count} call was missed while you were away.',
      other: '{count} calls were missed while you were away.',
    },
    dismiss: 'Dismiss',
    dismissName: 'Dismiss the calls missed while you were away',
    more: 'and {count} more',
    whoCalls: 'Who calls them back',
    withheld: 'Number withheld',
    unknown: 'Unknown caller',
  },
} as const;
