import type { ReplyPattern } from '../../../shared/reply/pattern.ts';
import { inDigitGroups } from './digit-groups.ts';
import type { Locale, PatternUnit } from './locale.ts';

const oneUnit: Readonly<Record<PatternUnit, string>> = { minutes: 'une minute', hours: 'une heure', days: 'un jour' };
const units: Readonly<Record<PatternUnit, string>> = { minutes: 'minutes', hours: 'heures', days: 'jours' };
const time = (amount: number, unit: PatternUnit): string => (amount === 1 ? oneUnit[unit] : `${amount} ${units[unit]}`);

function pattern(reply: ReplyPattern): string {
  switch (reply.kind) {
    case 'callYouBack':
      return reply.direction === 'weCall'
        ? `Je ne peux pas prendre votre appel pour le moment. Puis-je vous rappeler dans ${time(reply.amount, reply.unit)} ?`
        : `Je ne peux pas prendre votre appel pour le moment. Pourriez-vous rappeler dans ${time(reply.amount, reply.unit)}, s’il vous plaît ?`;
    case 'callYouBackLater':
      return reply.direction === 'weCall'
        ? 'Je ne peux pas prendre votre appel pour le moment. Puis-je vous rappeler plus tard ?'
        : 'Je ne peux pas prendre votre appel pour le moment. Pourriez-vous rappeler plus tard, s’il vous plaît ?';
    case 'onMyWay':
      return 'Je ne peux pas prendre votre appel pour le moment, mais je suis en route.';
    case 'onTheOtherLine':
      return 'Je suis actuellement sur une autre ligne. Puis-je vous rappeler ?';
    case 'inAMeeting':
      return 'Je suis actuellement en réunion. Puis-je vous rappeler ensuite ?';
    default:
      return reply satisfies never;
  }
}

export const fr: Locale = {
  code: 'fr',
  name: 'Français',
  announcements: {
    nobodyCanTakeYourCall:
      'Merci de votre appel. Malheureusement, personne n’est disponible pour vous répondre en ce moment. Veuillez rappeler un peu plus tard. Au revoir.',
    weAreClosed:
      'Merci de votre appel. Nos bureaux sont actuellement fermés. Veuillez rappeler pendant nos heures d’ouverture. Au revoir.',
    thisCallIsRecorded: 'Cet appel est enregistré.',
    leaveAMessage:
      'Personne ne peut prendre votre appel pour le moment. Veuillez laisser un message après le signal sonore.',
    closedLeaveAMessage: 'Nos bureaux sont actuellement fermés. Veuillez laisser un message après le signal sonore.',
    thanksForYourMessage: 'Merci. Votre message sera écouté. Au revoir.',
  },
  menu: {
    options:
      'Pour réécouter le message, tapez un. Pour laisser un message vocal, tapez deux. Pour répondre oui, tapez trois. Pour répondre non, tapez quatre. Si c’est urgent et que nous devons vous rappeler immédiatement, tapez cinq. Pour terminer l’appel, tapez six.',
    notAnOption: 'Désolé, cette touche ne correspond à aucun choix.',
    keyNumber: 'Veuillez composer le numéro auquel vous rappeler, puis appuyez sur la touche dièse.',
    keyNumberOrUseYours:
      'Tapez un pour être rappelé au numéro depuis lequel vous appelez, ou composez un autre numéro, puis appuyez sur la touche dièse.',
    numberTooShort: 'Désolé, ce numéro est trop court.',
    numberTooLong: 'Désolé, ce numéro est trop long.',
    youKeyed: 'Le numéro auquel vous rappeler est le :',
    confirmNumber: 'Si c’est exact, tapez un. Pour composer à nouveau le numéro, tapez deux.',
    voicemailGreeting:
      'Veuillez parler après le signal sonore. Lorsque vous aurez terminé, appuyez sur la touche dièse, ou raccrochez.',
    voicemailEmpty: 'Désolé, rien n’a été enregistré.',
    voicemailKept: 'Merci. Votre message sera écouté.',
    answerKept: 'Merci. Votre réponse a été transmise.',
    numberKept: 'Merci. Votre numéro a été transmis, et nous vous rappellerons.',
    notKept:
      'Désolé, une erreur s’est produite, et votre réponse n’a pas pu être transmise. Veuillez essayer encore une fois.',
    goodbye: 'Au revoir.',
  },
  // By twos, as numbers are given in France.
  digits: (digits) =>
    inDigitGroups(digits, ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'], 2),
  pattern,
  templates: [
    {
      id: 'callBackSoon',
      name: 'Rappel rapide',
      text: 'Je suis en communication. Puis-je vous rappeler dans 10 minutes ?',
    },
    {
      id: 'isItUrgent',
      name: 'Est-ce urgent ?',
      text: 'Je ne peux pas prendre votre appel pour le moment. Est-ce urgent ?',
    },
    {
      id: 'inAMeeting',
      name: 'En réunion',
      text: 'Je suis actuellement en réunion. Puis-je vous rappeler ensuite ?',
    },
    {
      id: 'atLunch',
      name: 'Pause déjeuner',
      text: 'Nous sommes en pause déjeuner. Puis-je vous rappeler dans une heure ?',
    },
    {
      id: 'tomorrow',
      name: 'Demain',
      text: 'Nous sommes très occupés aujourd’hui. Puis-je vous rappeler demain matin ?',
    },
  ],
};
