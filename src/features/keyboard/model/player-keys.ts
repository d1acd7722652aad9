/** Keys of a recording that is open: by the letter, and not to be changed. */
export const playerKeys = [
  ['Space', 'play'],
  ['ArrowLeft', 'back'],
  ['ArrowRight', 'forward'],
  ['[', 'previousMark'],
  [']', 'nextMark'],
  ['M', 'addMark'],
  ['S', 'silence'],
  ['-', 'slower'],
  ['Plus', 'faster'],
  ['1', 'muteCaller'],
  ['2', 'muteReception'],
] as const;
