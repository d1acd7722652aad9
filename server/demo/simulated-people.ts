import type { Reaction } from './keys-in-menu.ts';

/**
 * Somebody who calls when there is nobody else to try it with, and can be called back. The numbers are from ranges kept for
 * fiction.
 */
export type SimulatedPerson = {
  readonly name: string;
  readonly number: string;
  /** What they want when they call. */
  readonly says: string;
  /** What they say when they are called. */
  readonly picksUp: string;
  readonly whenRepliedTo: Reaction;
};

export const simulatedPeople: readonly SimulatedPerson[] = [
  {
    name: 'Ana Kovač',
    number: '+12025550142',
    says: 'Hello, this is Ana Kovach from Brodokov. I would like to know when order forty four seventy one is delivered. Can you put me through to somebody who knows?',
    picksUp:
      'Hello, Ana Kovach speaking. Thank you for calling back. Have you found out when order forty four seventy one is delivered?',
    whenRepliedTo: { kind: 'urgent', callAt: '6505550188' },
  },
  {
    name: 'Henrik Aas',
    number: '+442079460138',
    says: 'Good morning, Henrik speaking, Fjordline Logistics. I need a rate from Oslo to Split, two containers, and I need it today please.',
    picksUp: 'Henrik speaking. Good that you call. Do you have the rate from Oslo to Split for me?',
    whenRepliedTo: { kind: 'yes' },
  },
  {
    name: 'Chiara Bellini',
    number: '+442079460107',
    says: 'Hello, Chiara Bellini from Porto Nuovo. Is Beatriz in the office? She asked me to call back about the invoice.',
    picksUp: 'Chiara Bellini, Porto Nuovo. Oh, thank you for calling back. It was about the invoice.',
    whenRepliedTo: { kind: 'voicemail' },
  },
  {
    name: '',
    number: '+16505550119',
    says: 'Hi there. I am calling for the first time. I have a small shipment, and I do not really know who to talk to. Can you help me?',
    picksUp: 'Hello? Ah, thank you for calling me back so quickly. It is about that small shipment.',
    whenRepliedTo: { kind: 'no' },
  },
];
