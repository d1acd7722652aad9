import { inDigitGroups } from './digit-groups.ts';
import type { Locale } from './locale.ts';

export const it: Locale = {
  code: 'it',
  name: 'Italiano',
  announcements: {
    nobodyCanTakeYourCall:
      'Grazie per la Sua chiamata. Siamo spiacenti, al momento nessuno può rispondere. La preghiamo di richiamare un po’ più tardi. Arrivederci.',
    weAreClosed:
      'Grazie per la Sua chiamata. Siamo spiacenti, al momento siamo chiusi. La preghiamo di richiamare durante i nostri orari di apertura. Arrivederci.',
    thisCallIsRecorded: 'Questa chiamata viene registrata.',
    leaveAMessage:
      'Al momento nessuno può rispondere alla Sua chiamata. La preghiamo di lasciare un messaggio dopo il segnale acustico.',
    closedLeaveAMessage: 'Al momento siamo chiusi. La preghiamo di lasciare un messaggio dopo il segnale acustico.',
    thanksForYourMessage: 'Grazie. Il Suo messaggio sarà ascoltato. Arrivederci.',
  },
  menu: {
    options:
      'Per riascoltare il messaggio, prema uno. Per lasciare un messaggio vocale, prema due. Per rispondere sì, prema tre. Per rispondere no, prema quattro. Se è urgente e dobbiamo richiamarLa subito, prema cinque. Per terminare la chiamata, prema sei.',
    notAnOption: 'Siamo spiacenti, questo tasto non è tra le opzioni.',
    keyNumber: 'La preghiamo di comporre il numero a cui richiamarLa, e poi di premere il tasto cancelletto.',
    keyNumberOrUseYours:
      'Prema uno per essere richiamato al numero da cui sta chiamando, oppure componga un altro numero, e poi prema il tasto cancelletto.',
    numberTooShort: 'Siamo spiacenti, questo numero è troppo corto.',
    numberTooLong: 'Siamo spiacenti, questo numero è troppo lungo.',
    youKeyed: 'Il numero a cui La richiameremo è:',
    confirmNumber: 'Se è corretto, prema uno. Per comporre di nuovo il numero, prema due.',
    voicemailGreeting:
      'La preghiamo di parlare dopo il segnale acustico. Quando ha finito, prema il tasto cancelletto, oppure riagganci.',
    voicemailEmpty: 'Siamo spiacenti, non è stato registrato nulla.',
    voicemailKept: 'Grazie. Il Suo messaggio sarà ascoltato.',
    answerKept: 'Grazie. La Sua risposta è stata trasmessa.',
    numberKept: 'Grazie. Il Suo numero è stato trasmesso, e La richiameremo.',
    notKept:
      'Siamo spiacenti, si è verificato un errore, e la Sua risposta non è stata trasmessa. La preghiamo di riprovare.',
    goodbye: 'Arrivederci.',
  },
  digits: (digits) =>
    inDigitGroups(digits, ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'], 3),
  times: {
    minutes: { one: 'un minuto', other: '{amount} minuti' },
    hours: { one: 'un’ora', other: '{amount} ore' },
    days: { one: 'un giorno', other: '{amount} giorni' },
  },
  patterns: {
    callYouBack: {
      weCall: 'In questo momento non posso rispondere alla Sua chiamata. Posso richiamarLa tra {time}?',
      youCall: 'In questo momento non posso rispondere alla Sua chiamata. Potrebbe richiamare tra {time}, per favore?',
    },
    callYouBackLater: {
      weCall: 'In questo momento non posso rispondere alla Sua chiamata. Posso richiamarLa più tardi?',
      youCall: 'In questo momento non posso rispondere alla Sua chiamata. Potrebbe richiamare più tardi, per favore?',
    },
    onMyWay: 'In questo momento non posso rispondere alla Sua chiamata, ma sto arrivando.',
    onTheOtherLine: 'In questo momento sono sull’altra linea. Posso richiamarLa?',
    inAMeeting: 'In questo momento sono in riunione. Posso richiamarLa al termine?',
  },
  templates: [
    {
      id: 'callBackSoon',
      name: 'Richiamo a breve',
      text: 'Sono al telefono con un’altra persona. Posso richiamarLa tra {time}?',
      callBackIn: { amount: 10, unit: 'minutes' },
    },
    {
      id: 'isItUrgent',
      name: 'È urgente?',
      text: 'In questo momento non posso rispondere alla Sua chiamata. È urgente?',
    },
    {
      id: 'inAMeeting',
      name: 'In riunione',
      text: 'In questo momento sono in riunione. Posso richiamarLa al termine?',
    },
    {
      id: 'atLunch',
      name: 'Pausa pranzo',
      text: 'Siamo in pausa pranzo. Posso richiamarLa tra {time}?',
      callBackIn: { amount: 1, unit: 'hours' },
    },
    {
      id: 'tomorrow',
      name: 'Domani',
      text: 'Oggi siamo molto impegnati. Posso richiamarLa domani mattina?',
    },
  ],
};
