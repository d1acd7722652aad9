/** Somebody who calls when there is nobody else to try it with. The numbers are from ranges kept for fiction. */
export type SimulatedPerson = { readonly name: string; readonly number: string; readonly says: string };

export const simulatedPeople: readonly SimulatedPerson[] = [
  {
    name: 'Ana Kovač',
    number: '+12025550142',
    says: 'Hello, this is Ana Kovach from Brodokov. I would like to know when order forty four seventy one is delivered. Can you put me through to somebody who knows?',
  },
  {
    name: 'Henrik Aas',
    number: '+442079460138',
    says: 'Good morning, Henrik speaking, Fjordline Logistics. I need a rate from Oslo to Split, two containers, and I need it today please.',
  },
  {
    name: 'Chiara Bellini',
    number: '+442079460107',
    says: 'Hello, Chiara Bellini from Porto Nuovo. Is Beatriz in the office? She asked me to call back about the invoice.',
  },
  {
    name: '',
    number: '+16505550119',
    says: 'Hi there. I am calling for the first time. I have a small shipment, and I do not really know who to talk to. Can you help me?',
  },
];
