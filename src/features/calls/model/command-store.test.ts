import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { createCommandStore, idle } from './command-store.ts';

function open() {
  const phone = new FakePhoneLine();
  const server = new FakeServer({
    reject: () => ok(null),
    hangUp: () => ok(null),
    mute: () => ok(null),
    unmute: () => ok(null),
    rejoin: () => ok(null),
  });
  const commands = createCommandStore({ phone, server });
  return {
    phone,
    server,
    commands,
    stateOf: (id: string) => commands.store.getState()[id] ?? idle,
    names: () => server.asked.map(({ name }) => name),
  };
}

describe('the commands of a call', () => {
  test('a double click answers once', async () => {
    const { phone, commands, stateOf } = open();
    let finish = (): void => undefined;
    phone.nextAnswer = () => new Promise((resolve) => (finish = () => resolve(ok())));
    const first = commands.run('a', 'answer');
    const second = commands.run('a', 'answer');
    expect(stateOf('a').pending).toBe('answer');
    finish();
    await Promise.all([first, second]);
    expect(phone.answered).toEqual(['a']);
    expect(stateOf('a').pending).toBeNull();
  });

  test('a command for one call does not hold up another', async () => {
    const { phone, commands } = open();
    phone.nextAnswer = () => new Promise(() => undefined);
    void commands.run('a', 'answer');
    await commands.run('b', 'reject');
    expect(phone.answered).toEqual(['a']);
  });

  test('a failure says why in the words of the errors table, until the next try', async () => {
    const { server, commands, stateOf } = open();
    server.handlers.reject = () => fail({ code: 'notYourCall' });
    await commands.run('a', 'reject');
    expect(stateOf('a').failure).toBe('A colleague has this call.');
    server.handlers.reject = () => ok(null);
    await commands.run('a', 'reject');
    expect(stateOf('a').failure).toBeNull();
  });

  test('a failure of the telephone has a sentence as well', async () => {
    const { phone, commands, stateOf } = open();
    phone.nextAnswer = async () => fail('noMicrophone');
    await commands.run('a', 'answer');
    expect(stateOf('a').failure).toBe('The microphone is not ready. Allow it, then answer.');
  });

  test('mute is at once and at this desk; the server is told, and its failure does not unmute', async () => {
    const { phone, server, commands, stateOf, names } = open();
    server.handlers.mute = () => fail({ code: 'internal' });
    await commands.run('a', 'answer');
    await commands.run('a', 'mute');
    expect(phone.mutedOf('a')).toBe(true);
    expect(stateOf('a')).toEqual({ pending: null, failure: null, muted: true });
    expect(names()).toEqual(['mute']);
    await commands.run('a', 'unmute');
    expect(stateOf('a').muted).toBe(false);
  });

  test('mute without a line at this desk is refused and told to nobody', async () => {
    const { commands, names, stateOf } = open();
    await commands.run('elsewhere', 'mute');
    expect(stateOf('elsewhere').failure).toBe('This call is not on this desk’s phone any more.');
    expect(names()).toEqual([]);
  });

  test('hang up goes by the telephone when the server cannot be reached', async () => {
    const { phone, server, commands, stateOf } = open();
    await commands.run('a', 'hangUp');
    expect(phone.hungUp).toEqual([]);
    server.handlers.hangUp = () => fail({ code: 'unreachable' });
    await commands.run('a', 'hangUp');
    expect(phone.hungUp).toEqual(['a']);
    expect(stateOf('a').failure).toBeNull();
  });

  test('of a call that is gone nothing is kept, also when its command ends later', async () => {
    const { phone, commands } = open();
    let finish = (): void => undefined;
    phone.nextAnswer = () => new Promise((resolve) => (finish = () => resolve(fail('noOffer'))));
    const answering = commands.run('a', 'answer');
    commands.forget('a');
    finish();
    await answering;
    expect(commands.store.getState()).toEqual({});
  });
});
