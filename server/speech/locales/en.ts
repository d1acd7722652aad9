import { inDigitGroups } from './digit-groups.ts';
import type { Locale } from './locale.ts';

export const en: Locale = {
  code: 'en',
  name: 'English',
  announcements: {
    nobodyCanTakeYourCall:
      'Thank you for calling. I am sorry, nobody can take your call at the moment. Please try again a little later. Goodbye.',
    weAreClosed:
      'Thank you for calling. I am sorry, we are closed at the moment. Please call again during our opening hours. Goodbye.',
    thisCallIsRecorded: 'This call is recorded.',
    leaveAMessage: 'Nobody can take your call now. Please leave a message after the tone.',
    closedLeaveAMessage: 'We are closed at the moment. Please leave a message after the tone.',
    thanksForYourMessage: 'Thank you. Your message will be listened to. Goodbye.',
  },
  menu: {
    options:
      'To hear the message again, press 1. To leave a voicemail, press 2. To answer yes, press 3. To answer no, press 4. If it is urgent, and we should call you immediately, press 5. To end the call, press 6.',
    notAnOption: 'Sorry, that key is not one of the options.',
    keyNumber: 'Please key the number to call back, then press the hash key.',
    keyNumberOrUseYours:
      'Press 1 to use the number you are calling from, or key another number to call back, then press the hash key.',
    numberTooShort: 'Sorry, that number is too short.',
    numberTooLong: 'Sorry, that number is too long.',
    youKeyed: 'The number to call back is:',
    confirmNumber: 'If that is right, press 1. To key the number again, press 2.',
    voicemailGreeting: 'Please speak after the tone. When you have finished, press the hash key, or hang up.',
    voicemailEmpty: 'Sorry, nothing was recorded.',
    voicemailKept: 'Thank you. Your voicemail will be listened to.',
    answerKept: 'Thank you. Your answer has been passed on.',
    numberKept: 'Thank you. Your number has been passed on, and we will call you.',
    notKept: 'Sorry, something went wrong, and your answer could not be passed on. Please try once more.',
    goodbye: 'Goodbye.',
  },
  digits: (digits) =>
    inDigitGroups(digits, ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'], 3),
  times: {
    minutes: { one: 'one minute', other: '{amount} minutes' },
    hours: { one: 'one hour', other: '{amount} hours' },
    days: { one: 'one day', other: '{amount} days' },
  },
  patterns: {
    callYouBack: {
      weCall: 'I cannot take your call right now. May I call you back in {time}?',
      youCall: 'I cannot take your call right now. Could you please call again in {time}?',
    },
    callYouBackLater: {
      weCall: 'I cannot take your call right now. May I call you back later?',
      youCall: 'I cannot take your call right now. Could you please call again later?',
    },
    onMyWay: 'I cannot take your call right now, but I am on my way.',
    onTheOtherLine: 'I am on the other line right now. May I call you back?',
    inAMeeting: 'I am in a meeting right now. May I call you back afterwards?',
  },
  templates: [
    {
      id: 'callBackSoon',
      name: 'Call back soon',
      text: 'I am on another call. May I call you back in {time}?',
      callBackIn: { amount: 10, unit: 'minutes' },
    },
    { id: 'isItUrgent', name: 'Is it urgent?', text: 'I cannot take your call right now. Is it urgent?' },
    { id: 'inAMeeting', name: 'In a meeting', text: 'I am in a meeting right now. May I call you back afterwards?' },
    {
      id: 'atLunch',
      name: 'Lunch',
      text: 'We are at lunch right now. May I call you back in {time}?',
      callBackIn: { amount: 1, unit: 'hours' },
    },
    { id: 'tomorrow', name: 'Tomorrow', text: 'We are very busy today. May I call you back tomorrow morning?' },
  ],
};
