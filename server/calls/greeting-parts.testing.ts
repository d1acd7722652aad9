import { fail, ok } from '../../shared/result.ts';
import type { Greetings } from '../ports/greetings.ts';
import type { LocalSounds } from '../ports/local-sounds.ts';
import type { Prompts } from './desk.ts';

export const testPrompts: Prompts = {
  nobodyCanTakeYourCall: '/prompts/nobody.wav',
  weAreClosed: '/prompts/closed.wav',
  thisCallIsRecorded: '/prompts/recorded.wav',
  leaveAMessage: '/prompts/leave.wav',
  closedLeaveAMessage: '/prompts/closed-leave.wav',
  thanksForYourMessage: '/prompts/thanks.wav',
};

/** Copies of sounds that are nowhere but by name. */
export function createMemoryLocalSounds(): LocalSounds {
  const names = new Set<string>();
  return {
    find: async (name) => (names.has(name) ? `/here/${name}.wav` : null),
    put: async (name) => {
      names.add(name);
      return ok(`/here/${name}.wav`);
    },
  };
}

/** Every queue says the usual words. */
export const noGreetings: Greetings = {
  of: async () => [{ kind: 'file', path: testPrompts.leaveAMessage }],
  prepare: async () => {},
  ownOf: async () => ok({ unanswered: null, closed: null }),
  read: async () => ok(null),
  save: async () => fail('toolsBusy'),
  removeOthers: async () => ok(),
  remove: async () => ok(false),
};
