/** Calling somebody: the field for it, and calling back. */
export const enDialling = {
  findOrDial: 'Find or dial',
  findPersonOrDial: 'Find a person or dial a number',
  recallHint: 'Arrow up brings back the numbers called last.',
  call: 'Call {number}',
  calling: 'Calling…',
  enterCalls: 'Enter calls {number}.',
  redial: 'Redial {number}',
  faults: {
    tooShort: 'too short for a telephone number',
    tooLong: 'too long for a telephone number',
    noCountry: 'no country has this code',
    noSuchNumber: 'there are no such numbers',
    emergency: 'emergency numbers cannot be called from here, only from a telephone',
  },
  fault: '{number}: {why}.',
  cannotCall: 'Cannot call {number}. {why}',
  notPossible: 'Calls to the outside are not set up here. An administrator can change that.',
  oneAtATime: 'You are calling somebody already.',

  callBack: 'Call back',
  callBackName: 'Call {name} back',
  calledBack: 'Called back, and marked as done.',
  calledBackSpoken: 'The reply of {name} is marked as done.',
} as const;
