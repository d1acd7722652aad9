import type { UserDetails } from '../../../shared/protocol/accounts.ts';
import { type QueueDetails, usualRules } from '../../../shared/protocol/directory.ts';
import { fail, ok } from '../../../shared/result.ts';
import { petra, type FakeAdministration } from './example-administration.ts';
import type { FakeServer } from './fake-server.ts';

/** A server that keeps `world` as its administrator wants it, by the rules of the real one as far as pages can tell. */
export const administer = (world: FakeAdministration): FakeServer['handlers'] => ({
  me: () => ok(petra),
  users: () => ok({ users: [...world.users] }),
  queues: () => ok({ queues: [...world.queues], numbers: [...world.numbers] }),
  systemHealth: () => ok(world.health),
  ...keepUsers(world),
  ...keepNumbers(world),
  ...keepGreetings(world),
  audit: ({ query: { action, search = '' } }) =>
    ok({
      entries: world.audit.filter(
        (entry) =>
          (action === undefined || entry.action === action) &&
          `${entry.by?.name} ${entry.about}`.toLowerCase().includes(search.toLowerCase()),
      ),
    }),
});

function keepUsers(world: FakeAdministration): FakeServer['handlers'] {
  const others = (id: string | null) => world.users.filter((user) => user.id !== id);
  const isTaken = ({ email, extension }: Pick<UserDetails, 'email' | 'extension'>, id: string | null): boolean =>
    others(id).some((other) => other.email === email || other.extension === extension);
  return {
    createUser: ({ body: { password: _password, queueIds = [], ...facts } }) => {
      if (isTaken(facts, null)) return fail({ code: 'taken' });
      const user = {
        ...facts,
        id: `user-${world.users.length}`,
        queueIds,
        disabled: false,
        signedIn: false,
        lastSeenAt: null,
      };
      world.users = [...world.users, user];
      return ok(user);
    },
    changeUser: ({ params: { id }, body: { password: _password, ...changes } }) => {
      const before = world.users.find((user) => user.id === id);
      if (before === undefined) return fail({ code: 'noSuchUser' });
      const user: UserDetails = {
        ...before,
        name: changes.name ?? before.name,
        email: changes.email ?? before.email,
        extension: changes.extension ?? before.extension,
        role: changes.role ?? before.role,
        disabled: changes.disabled ?? before.disabled,
        queueIds: changes.queueIds ?? before.queueIds,
      };
      if (isTaken(user, id)) return fail({ code: 'taken' });
      world.users = world.users.map((one) => (one.id === id ? user : one));
      return ok(user);
    },
  };
}

const keepGreetings = (world: FakeAdministration): FakeServer['handlers'] => {
  const put = (id: string, kind: 'unanswered' | 'closed', greeting: QueueDetails['greetings']['closed']) => {
    world.queues = world.queues.map((one) =>
      one.id === id ? { ...one, greetings: { ...one.greetings, [kind]: greeting } } : one,
    );
  };
  return {
    saveGreeting: ({ params: { id, kind } }) => {
      const greeting = { id: 'f'.repeat(32), lengthMs: 9000, at: world.health.checkedAt };
      put(id, kind, greeting);
      return ok(greeting);
    },
    greeting: () => ok(new Uint8Array(44)),
    removeGreeting: ({ params: { id, kind } }) => {
      put(id, kind, null);
      return ok(null);
    },
    previewSpeech: () => ok(new Uint8Array(44)),
  };
};

const keepNumbers = (world: FakeAdministration): FakeServer['handlers'] => ({
  saveQueue: ({ body }) => {
    const { id = `queue-${world.queues.length}`, exceptions = [], ...facts } = body;
    const rules = {
      recording: body.recording ?? usualRules.recording,
      voicemail: body.voicemail ?? usualRules.voicemail,
    };
    const before = world.queues.find((one) => one.id === id);
    const greetings = before?.greetings ?? { unanswered: null, closed: null };
    const queue = { ...facts, ...rules, id, exceptions, greetings };
    world.queues = [...world.queues.filter(({ id }) => id !== queue.id), queue];
    return ok(queue);
  },
  removeQueue: ({ params: { id }, query: { numbersTo = null } }) => {
    world.queues = world.queues.filter((one) => one.id !== id);
    world.numbers = world.numbers.map((one) => (one.queueId === id ? { ...one, queueId: numbersTo } : one));
    return ok(null);
  },
  saveNumber: ({ body }) => {
    world.numbers = [...world.numbers.filter(({ number }) => number !== body.number), body];
    return ok(body);
  },
  removeNumber: ({ params: { number } }) => {
    world.numbers = world.numbers.filter((one) => one.number !== number);
    return ok(null);
  },
});
