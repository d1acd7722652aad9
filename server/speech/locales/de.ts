import type { ReplyPattern } from '../../../shared/reply/pattern.ts';
import { inDigitGroups } from './digit-groups.ts';
import type { Locale, PatternUnit } from './locale.ts';

/** After „in“, so in the dative. */
const oneUnit: Readonly<Record<PatternUnit, string>> = {
  minutes: 'einer Minute',
  hours: 'einer Stunde',
  days: 'einem Tag',
};
const units: Readonly<Record<PatternUnit, string>> = { minutes: 'Minuten', hours: 'Stunden', days: 'Tagen' };
const time = (amount: number, unit: PatternUnit): string => (amount === 1 ? oneUnit[unit] : `${amount} ${units[unit]}`);

function pattern(reply: ReplyPattern): string {
  switch (reply.kind) {
    case 'callYouBack':
      return reply.direction === 'weCall'
        ? `Ich kann Ihren Anruf im Moment leider nicht annehmen. Darf ich Sie in ${time(reply.amount, reply.unit)} zurückrufen?`
        : `Ich kann Ihren Anruf im Moment leider nicht annehmen. Könnten Sie bitte in ${time(reply.amount, reply.unit)} noch einmal anrufen?`;
    case 'callYouBackLater':
      return reply.direction === 'weCall'
        ? 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Darf ich Sie später zurückrufen?'
        : 'Ich kann Ihren Anruf im Moment leider nicht annehmen. Könnten Sie bitte später noch einmal anrufen?';
    case 'onMyWay':
      return 'Ich kann Ihren Anruf im Moment leider nicht annehmen, bin aber schon unterwegs.';
    case 'onTheOtherLine':
      return 'Ich spreche gerade auf der anderen Leitung. Darf ich Sie zurückrufen?';
    case 'inAMeeting':
      return 'Ich bin gerade in einer Besprechung. Darf ich Sie danach zurückrufen?';
    default:
      return reply satisfies never;
  }
}

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
  pattern,
  templates: [
    {
      id: 'callBackSoon',
      name: 'Rückruf in Kürze',
      text: 'Ich bin gerade in einem anderen Gespräch. Darf ich Sie in 10 Minuten zurückrufen?',
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
      text: 'Wir sind gerade in der Mittagspause. Darf ich Sie in einer Stunde zurückrufen?',
    },
    {
      id: 'tomorrow',
      name: 'Morgen',
      text: 'Heute ist bei uns sehr viel los. Darf ich Sie morgen Vormittag zurückrufen?',
    },
  ],
};
