import { inDigitGroups } from './digit-groups.ts';
import type { Locale } from './locale.ts';

export const es: Locale = {
  code: 'es',
  name: 'Español',
  announcements: {
    nobodyCanTakeYourCall:
      'Gracias por su llamada. Lo sentimos, en este momento nadie puede atenderle. Por favor, vuelva a llamar un poco más tarde. Adiós.',
    weAreClosed:
      'Gracias por su llamada. Lo sentimos, en este momento estamos cerrados. Por favor, vuelva a llamar en nuestro horario de atención. Adiós.',
    thisCallIsRecorded: 'Esta llamada se está grabando.',
    leaveAMessage: 'En este momento nadie puede atenderle. Por favor, deje un mensaje después de la señal.',
    closedLeaveAMessage: 'En este momento estamos cerrados. Por favor, deje un mensaje después de la señal.',
    thanksForYourMessage: 'Gracias. Escucharemos su mensaje. Adiós.',
  },
  menu: {
    options:
      'Para volver a escuchar el mensaje, pulse uno. Para dejar un mensaje de voz, pulse dos. Para responder sí, pulse tres. Para responder no, pulse cuatro. Si es urgente y debemos llamarle inmediatamente, pulse cinco. Para terminar la llamada, pulse seis.',
    notAnOption: 'Lo sentimos, esa tecla no es una de las opciones.',
    keyNumber: 'Por favor, marque el número al que debemos llamarle y, a continuación, pulse la tecla almohadilla.',
    keyNumberOrUseYours:
      'Pulse uno para que le llamemos al número desde el que está llamando, o marque otro número y, a continuación, pulse la tecla almohadilla.',
    numberTooShort: 'Lo sentimos, ese número es demasiado corto.',
    numberTooLong: 'Lo sentimos, ese número es demasiado largo.',
    youKeyed: 'El número al que le llamaremos es:',
    confirmNumber: 'Si es correcto, pulse uno. Para volver a marcar el número, pulse dos.',
    voicemailGreeting:
      'Por favor, hable después de la señal. Cuando haya terminado, pulse la tecla almohadilla o cuelgue.',
    voicemailEmpty: 'Lo sentimos, no se ha grabado nada.',
    voicemailKept: 'Gracias. Escucharemos su mensaje.',
    answerKept: 'Gracias. Hemos transmitido su respuesta.',
    numberKept: 'Gracias. Hemos transmitido su número y le llamaremos.',
    notKept:
      'Lo sentimos, se ha producido un error y no hemos podido transmitir su respuesta. Por favor, inténtelo una vez más.',
    goodbye: 'Adiós.',
  },
  digits: (digits) =>
    inDigitGroups(digits, ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'], 3),
  times: {
    minutes: { one: 'un minuto', other: '{amount} minutos' },
    hours: { one: 'una hora', other: '{amount} horas' },
    days: { one: 'un día', other: '{amount} días' },
  },
  patterns: {
    callYouBack: {
      weCall: 'En este momento no puedo atender su llamada. ¿Puedo llamarle dentro de {time}?',
      youCall: 'En este momento no puedo atender su llamada. ¿Podría volver a llamar dentro de {time}, por favor?',
    },
    callYouBackLater: {
      weCall: 'En este momento no puedo atender su llamada. ¿Puedo llamarle más tarde?',
      youCall: 'En este momento no puedo atender su llamada. ¿Podría volver a llamar más tarde, por favor?',
    },
    onMyWay: 'En este momento no puedo atender su llamada, pero ya voy de camino.',
    onTheOtherLine: 'En este momento estoy en la otra línea. ¿Puedo llamarle después?',
    inAMeeting: 'En este momento estoy en una reunión. ¿Puedo llamarle cuando termine?',
  },
  templates: [
    {
      id: 'callBackSoon',
      name: 'Llamo enseguida',
      text: 'Estoy atendiendo otra llamada. ¿Puedo llamarle dentro de {time}?',
      callBackIn: { amount: 10, unit: 'minutes' },
    },
    {
      id: 'isItUrgent',
      name: '¿Es urgente?',
      text: 'En este momento no puedo atender su llamada. ¿Es urgente?',
    },
    {
      id: 'inAMeeting',
      name: 'En una reunión',
      text: 'En este momento estoy en una reunión. ¿Puedo llamarle cuando termine?',
    },
    {
      id: 'atLunch',
      name: 'Almuerzo',
      text: 'Estamos en la pausa del almuerzo. ¿Puedo llamarle dentro de {time}?',
      callBackIn: { amount: 1, unit: 'hours' },
    },
    {
      id: 'tomorrow',
      name: 'Mañana',
      text: 'Hoy tenemos mucho trabajo. ¿Puedo llamarle mañana por la mañana?',
    },
  ],
};
