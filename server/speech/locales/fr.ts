import { inDigitGroups } from './digit-groups.ts';
import type { Locale } from './locale.ts';

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
  times: {
    minutes: { one: 'une minute', other: '{amount} minutes' },
    hours: { one: 'une heure', other: '{amount} heures' },
    days: { one: 'un jour', other: '{amount} jours' },
  },
  patterns: {
    callYouBack: {
      weCall: 'Je ne peux pas prendre votre appel pour le moment. Puis-je vous rappeler dans {time} ?',
      youCall:
        'Je ne peux pas prendre votre appel pour le moment. Pourriez-vous rappeler dans {time}, s’il vous plaît ?',
    },
    callYouBackLater: {
      weCall: 'Je ne peux pas prendre votre appel pour le moment. Puis-je vous rappeler plus tard ?',
      youCall: 'Je ne peux pas prendre votre appel pour le moment. Pourriez-vous rappeler plus tard, s’il vous plaît ?',
    },
    onMyWay: 'Je ne peux pas prendre votre appel pour le moment, mais je suis en route.',
    onTheOtherLine: 'Je suis actuellement sur une autre ligne. Puis-je vous rappeler ?',
    inAMeeting: 'Je suis actuellement en réunion. Puis-je vous rappeler ensuite ?',
  },
  templates: [
    {
      id: 'callBackSoon',
      name: 'Rappel rapide',
      text: 'Je suis en communication. Puis-je vous rappeler dans {time} ?',
      callBackIn: { amount: 10, unit: 'minutes' },
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
      text: 'Nous sommes en pause déjeuner. Puis-je vous rappeler dans {time} ?',
      callBackIn: { amount: 1, unit: 'hours' },
    },
    {
      id: 'tomorrow',
      name: 'Demain',
      text: 'Nous sommes très occupés aujourd’hui. Puis-je vous rappeler demain matin ?',
    },
  ],
};
