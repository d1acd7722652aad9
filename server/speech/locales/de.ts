import { inDigitGroups } from './digit-groups.ts';
import type { Locale } from './locale.ts';

export const de: Locale = {
  code: 'de',
  name: 'Deutsch',
  announcements: {
    nobodyCanTakeYourCall:
      'Vielen Dank für Ihren Anruf. Leider kann im Moment niemand Ihren Anruf annehmen. Bitte versuchen Sie es etwas später noch einmal. Auf Wiederhören.',
    weAreClosed:
      'Vielen Dank für Ihren Anruf. Leider haben wir zurzeit geschlossen. Bitte rufen Sie während unserer Öffnungszeiten wieder an. Auf Wiederhören.',
    thisCallIsRecorded: 'Dieses Gespräch wird aufgezeichnet.',
    leaveAMessage: 'Im Moment kann niemand Ihren Anruf annehmen. Bitte hinterlassen Sie nach dem Ton eine Nachricht.',
    closedLeaveAMessage: 'Wir haben zurzeit geschlossen. Bitte hinterlassen Sie nach dem Ton eine Nachricht.',
    thanksForYourMessage: 'Vielen Dank. Ihre Nachricht wird abgehört. Auf Wiederhören.',
  },
  menu: {
    options:
      'Um die Nachricht noch einmal zu hören, drücken Sie die Eins. Um eine Nachricht zu hinterlassen, drücken Sie die Zwei. Um mit Ja zu antworten, drücken Sie die Drei. Um mit Nein zu antworten, drücken Sie die Vier. Wenn es dringend ist und wir Sie sofort anrufen sollen, drücken Sie die Fünf. Um das Gespräch zu beenden, drücken Sie die Sechs.',
    notAnOption: 'Entschuldigung, diese Taste steht nicht zur Auswahl.',
    keyNumber:
      'Bitte geben Sie die Nummer ein, unter der wir Sie anrufen sollen, und drücken Sie dann die Raute-Taste.',
    keyNumberOrUseYours:
      'Drücken Sie die Eins, wenn wir Sie unter der Nummer anrufen sollen, von der Sie gerade anrufen. Oder geben Sie eine andere Nummer ein, und drücken Sie dann die Raute-Taste.',
    numberTooShort: 'Entschuldigung, diese Nummer ist zu kurz.',
    numberTooLong: 'Entschuldigung, diese Nummer ist zu lang.',
    youKeyed: 'Die Nummer für unseren Rückruf lautet:',
    confirmNumber: 'Wenn das stimmt, drücken Sie die Eins. Um die Nummer noch einmal einzugeben, drücken Sie die Zwei.',
    voicemailGreeting:
      'Bitte sprechen Sie nach dem Signalton. Wenn Sie fertig sind, drücken Sie die Raute-Taste, oder legen Sie auf.',
    voicemailEmpty: 'Entschuldigung, es wurde nichts aufgenommen.',
    voicemailKept: 'Vielen Dank. Wir hören Ihre Nachricht ab.',
    answerKept: 'Vielen Dank. Ihre Antwort wurde weitergegeben.',
    numberKept: 'Vielen Dank. Ihre Nummer wurde weitergegeben, und wir rufen Sie an.',
    notKept:
      'Entschuldigung, es ist ein Fehler aufgetreten, und Ihre Antwort konnte nicht weitergegeben werden. Bitte versuchen Sie es noch einmal.',
    goodbye: 'Auf Wiederhören.',
  },
  // On the telephone it is “zwo”, which nobody takes for “drei”.
  digits: (digits) =>
    inDigitGroups(digits, ['null', 'eins', 'zwo', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'], 3),
  // After „in“, so in the dative.
  times: {
    minutes: { one: 'einer Minute', other: '{amount} Minuten' },
    hours: { one: 'einer Stunde', other: '{amount} Stunden' },
    days: { one: 'einem Tag', other: '{amount} Tagen' },
  },
  patterns: {
    callYouBack: {
      weCall: 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Darf ich Sie in {time} zurückrufen?',
      youCall: 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Könnten Sie bitte in {time} noch einmal anrufen?',
    },
    callYouBackLater: {
      weCall: 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Darf ich Sie später zurückrufen?',
      youCall: 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Könnten Sie bitte später noch einmal anrufen?',
    },
    onMyWay: 'Ich kann Ihren Anruf im Moment leider nicht annehmen, bin aber schon unterwegs.',
    onTheOtherLine: 'Ich spreche gerade auf der anderen Leitung. Darf ich Sie zurückrufen?',
    inAMeeting: 'Ich bin gerade in einer Besprechung. Darf ich Sie danach zurückrufen?',
  },
  templates: [
    {
      id: 'callBackSoon',
      name: 'Rückruf in Kürze',
      text: 'Ich bin gerade in einem anderen Gespräch. Darf ich Sie in {time} zurückrufen?',
      callBackIn: { amount: 10, unit: 'minutes' },
    },
    {
      id: 'isItUrgent',
      name: 'Ist es dringend?',
      text: 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Ist es dringend?',
    },
    {
      id: 'inAMeeting',
      name: 'In einer Besprechung',
      text: 'Ich bin gerade in einer Besprechung. Darf ich Sie danach zurückrufen?',
    },
    {
      id: 'atLunch',
      name: 'Mittagspause',
      text: 'Wir sind gerade in der Mittagspause. Darf ich Sie in {time} zurückrufen?',
      callBackIn: { amount: 1, unit: 'hours' },
    },
    {
      id: 'tomorrow',
      name: 'Morgen',
      text: 'Heute ist bei uns sehr viel los. Darf ich Sie morgen Vormittag zurückrufen?',
    },
  ],
};
