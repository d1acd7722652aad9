import type { Call, CallIn } from './call.ts';

/** Everything that is impossible about a call; empty for a sound one. */
export const faults = (call: Call): readonly string[] =>
  [...faultsOfBase(call), ...faultsOfState(call)].map((fault) => `${call.state}: ${fault}`);

const when = (fault: boolean, name: string): readonly string[] => (fault ? [name] : []);

const keysOfBase = [
  'id',
  'direction',
  'arrivedAt',
  'caller',
  'dialled',
  'queue',
  'agent',
  'answeredAt',
  'muted',
  'recording',
  'note',
  'state',
] as const;

/** What a state carries besides the base; anything else was left behind by the state before. */
const keysOfState: { readonly [State in Call['state']]: readonly Exclude<keyof CallIn<State>, Shared>[] } = {
  queued: ['since'],
  ringing: ['since', 'offers'],
  dialling: ['since', 'progress'],
  talking: ['since'],
  held: ['since', 'by'],
  consulting: ['since', 'target', 'answered'],
  transferring: ['since', 'target'],
  parked: ['since', 'slot', 'by'],
  replying: ['since', 'by', 'replyId', 'step', 'stepSince', 'heard', 'digits', 'answered'],
  voicemail: ['since'],
  unanswered: ['since', 'why'],
  ended: ['at', 'reason'],
};
type Shared = (typeof keysOfBase)[number];

function faultsOfBase(call: Call): readonly string[] {
  const moment = call.state === 'ended' ? call.at : call.since;
  const allowed: ReadonlySet<string> = new Set([...keysOfBase, ...keysOfState[call.state]]);
  const missing = [...allowed].filter((key) => !Object.hasOwn(call, key));
  const left = Object.keys(call).filter((key) => !allowed.has(key));
  return [
    ...missing.map((key) => `without ${key}`),
    ...left.map((key) => `with ${key} of another state`),
    ...when(moment < call.arrivedAt, 'in this state before it arrived'),
    ...when(call.answeredAt !== null && call.answeredAt < call.arrivedAt, 'answered before it arrived'),
    ...when(call.answeredAt !== null && call.answeredAt > moment, 'answered later than this state began'),
    ...when(
      call.direction === 'inbound' && (call.agent === null) !== (call.answeredAt === null),
      'agent and time of answer do not go together',
    ),
    ...when(call.direction === 'outbound' && call.agent === null, 'placed by nobody'),
    ...when(call.recording !== 'off' && call.answeredAt === null, 'recorded, though nobody ever answered'),
    ...when(call.muted && !hasDesk(call), 'muted without a desk'),
    ...when(call.recording !== 'off' && call.state === 'ended', 'recording goes on'),
  ];
}

/** Whether a desk's own audio is part of the call. */
const hasDesk = (call: Call): boolean =>
  call.state === 'talking' || call.state === 'consulting' || (call.state === 'held' && call.by !== 'legLost');

function faultsOfState(call: Call): readonly string[] {
  switch (call.state) {
    case 'ringing': {
      const consoles = new Set(call.offers.map((offer) => offer.consoleId));
      return [
        ...when(call.offers.length === 0, 'nobody is asked'),
        ...when(consoles.size < call.offers.length, 'a console is asked twice'),
      ];
    }
    case 'talking':
    case 'held':
    case 'consulting':
    case 'parked':
      return when(call.agent === null, 'nobody has it');
    case 'replying':
      return [
        ...when(call.heard < 1, 'the message was never begun'),
        ...when(call.stepSince < call.since, 'in this step before the reply began'),
      ];
    case 'dialling':
      return when(call.direction === 'inbound', 'dialled by a caller of ours');
    case 'ended':
    case 'queued':
    case 'transferring':
    case 'voicemail':
    case 'unanswered':
      return [];
    default:
      return call satisfies never;
  }
}
