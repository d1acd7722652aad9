import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callArbitrary } from './arbitrary-call.testing.ts';
import type { Call } from './call.ts';
import { can, eventOfCommand, type CallCommand } from './commands.ts';
import { explore } from './explore.testing.ts';
import { agents, makeEvent } from './make-event.testing.ts';
import { moves } from './moves.ts';
import { transition } from './transition.ts';

const isCommand = (name: string): name is CallCommand => Object.hasOwn(eventOfCommand, name);
const commands = Object.keys(eventOfCommand).filter(isCommand);

/** Whether the event a command asks for could happen now, from any desk. */
const couldHappen = (call: Call, command: CallCommand): boolean =>
  agents.some((agent) => {
    const draw = {
      pick: 0,
      later: 0,
      agent,
      target: { address: '204', name: '' },
      step: 'choosing',
      why: 'closed',
      reason: 'weHungUp',
      note: 'n',
    } as const;
    return transition(call, makeEvent(eventOfCommand[command], draw, 5_000_000)).ok;
  });

describe('can', () => {
  const { calls } = explore();

  it.each(commands)('%s: agrees with the table in every call there can be', (command) => {
    for (const call of calls) {
      // What happens but may not be asked for: only they can end a hold of theirs, and answer what we dialled; and a message is
      // left by who waits or is with us, on a call that came in.
      const theirHold = command === 'resume' && call.state === 'held' && call.by === 'them';
      const theirAnswer = command === 'answer' && call.state === 'dialling';
      const withUs = ['queued', 'ringing', 'talking', 'held'].includes(call.state) && call.direction === 'inbound';
      const noMessage = command === 'sendToVoicemail' && !withUs;
      const possible = couldHappen(call, command) && !theirHold && !theirAnswer && !noMessage;
      expect([call.state, can(call, command)]).toEqual([call.state, possible]);
    }
  });

  it.each(commands)('%s: is possible in some call and impossible in another', (command) => {
    // A note may always be written.
    const answers = command === 'note' ? [true] : [true, false];
    expect(new Set(calls.map((call) => can(call, command)))).toEqual(new Set(answers));
  });

  it('allows nothing the row of the state does not have', () => {
    fc.assert(
      fc.property(callArbitrary, fc.constantFrom(...commands), (call, command) => {
        if (!Object.hasOwn(moves[call.state], eventOfCommand[command])) expect(can(call, command)).toBe(false);
      }),
    );
  });

  it('allows nothing once a call has ended but to finish its note', () => {
    const ended = calls.filter((call) => call.state === 'ended');
    expect(ended.length).toBeGreaterThan(0);
    expect(new Set(ended.flatMap((call) => commands.filter((command) => can(call, command))))).toEqual(
      new Set(['note']),
    );
  });
});
