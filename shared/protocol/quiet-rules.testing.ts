import { usualRules } from './directory.ts';

/** A queue that records nothing and takes no voicemail. */
export const quietRules: typeof usualRules = {
  recording: { ...usualRules.recording, when: 'never' },
  voicemail: { ...usualRules.voicemail, unanswered: false, closed: false },
};
