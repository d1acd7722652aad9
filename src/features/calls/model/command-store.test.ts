import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { frameOf } from '../../../testing/stream.ts';
import { openCommands, talking } from './command-store.testing.ts';

describe('the commands of a call', () => {
  test('a double click answers once', async () => {
    const { phone, commands, stateOf } = openCommands();
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

  test('hanging up does not wait for what is under way, and is done once', async () => {
    const { server, commands, stateOf, names } = openCommands([talking]);
    let refuse = (): void => undefined;
    server.handlers.hold = () => new Promise((resolve) => (refuse = () => resolve(fail({ code: 'notAllowedNow' }))));
    const holding = commands.run('on', 'hold');
    const first = commands.run('on', 'hangUp');
    const second = commands.run('on', 'hangUp');
    await Promise.all([first, second]);
    refuse();
    await holding;
    expect(names()).toEqual(['hold', 'hangUp']);
    expect(stateOf('on')).toMatchObject({ pending: null, failure: null });
  });

  test('a command for one call does not hold up another', async () => {
    const { phone, commands } = openCommands();
    phone.nextAnswer = () => new Promise(() => undefined);
    void commands.run('a', 'answer');
    await commands.run('b', 'reject');
    expect(phone.answered).toEqual(['a']);
  });

  test('a failure says why in the words of the errors table, until the next try', async () => {
    const { server, commands, stateOf } = openCommands();
    server.handlers.reject = () => fail({ code: 'notYourCall' });
    await commands.run('a', 'reject');
    expect(stateOf('a').failure).toBe('A colleague has this call.');
    server.handlers.reject = () => ok(null);
    await commands.run('a', 'reject');
    expect(stateOf('a').failure).toBeNull();
  });

  test('a failure of the telephone has a sentence as well', async () => {
    const { phone, commands, stateOf } = openCommands();
    phone.nextAnswer = async () => fail('noMicrophone');
    await commands.run('a', 'answer');
    expect(stateOf('a').failure).toBe('The microphone is not ready. Allow it, then answer.');
  });

  test('mute is at once and at this desk; the server is told, and its failure does not unmute', async () => {
    const { phone, server, commands, stateOf, names } = openCommands();
    server.handlers.mute = () => fail({ code: 'internal' });
    await commands.run('a', 'answer');
    await commands.run('a', 'mute');
    expect(phone.mutedOf('a')).toBe(true);
    expect(stateOf('a')).toEqual({ pending: null, failure: null, muted: true });
    expect(names()).toEqual(['mute']);
    await commands.run('a', 'unmute');
    expect(stateOf('a').muted).toBe(false);
  });

  test('mute in a window without the telephone goes by the server, and its refusal is said', async () => {
    const { commands, names, stateOf, server } = openCommands();
    await commands.run('elsewhere', 'mute');
    expect(names()).toEqual(['mute']);
    expect(stateOf('elsewhere')).toEqual({ pending: null, failure: null, muted: false });
    server.handlers.unmute = () => fail({ code: 'notYourCall' });
    await commands.run('elsewhere', 'unmute');
    expect(stateOf('elsewhere').failure).not.toBeNull();
  });

  test('the window with the telephone does what another one asked for', async () => {
    const { phone, calls, commands, stateOf } = openCommands([talking]);
    await phone.answer('on');
    calls.accept(frameOf('on', { type: 'muted', at: 5 }));
    expect(phone.mutedOf('on')).toBe(true);
    expect(stateOf('on')).toEqual({ pending: null, failure: null, muted: true });
    calls.accept(frameOf('on', { type: 'unmuted', at: 6 }));
    expect([phone.mutedOf('on'), stateOf('on').muted]).toEqual([false, false]);
    await commands.run('on', 'mute');
    expect(phone.mutedOf('on')).toBe(true);
  });

  test('what comes back of a word of its own is not obeyed: the last press is what counts', async () => {
    const { phone, calls, commands, server } = openCommands([talking]);
    await phone.answer('on');
    let pass = (): void => undefined;
    server.handlers.mute = () => new Promise((resolve) => (pass = () => resolve(ok(null))));
    await commands.run('on', 'mute');
    await commands.run('on', 'unmute');
    calls.accept(frameOf('on', { type: 'muted', at: 5 }));
    expect(phone.mutedOf('on')).toBe(false);
    pass();
  });

  test('hang up goes by the telephone when the server cannot be reached', async () => {
    const { phone, server, commands, stateOf } = openCommands();
    await commands.run('a', 'hangUp');
    expect(phone.hungUp).toEqual([]);
    server.handlers.hangUp = () => fail({ code: 'unreachable' });
    await commands.run('a', 'hangUp');
    expect(phone.hungUp).toEqual(['a']);
    expect(stateOf('a').failure).toBeNull();
  });

  test('of a call that is gone nothing is kept, also when its command ends later', async () => {
    const { phone, commands } = openCommands();
    let finish = (): void => undefined;
    phone.nextAnswer = () => new Promise((resolve) => (finish = () => resolve(fail('noOffer'))));
    const answering = commands.run('a', 'answer');
    commands.forget('a');
    finish();
    await answering;
    expect(commands.store.getState()).toEqual({});
  });
});

describe('hold and resume', () => {
  test.each(['hold', 'resume'] as const)('%s is for the server, once however often it is pressed', async (command) => {
    const { server, commands } = openCommands([talking]);
    await Promise.all([commands.run('on', command), commands.run('on', command)]);
    expect(server.asked).toEqual([{ name: command, request: { params: { id: 'on' } } }]);
  });

  test('a hold that fails says why', async () => {
    const { server, commands, stateOf } = openCommands([talking]);
    server.handlers.hold = () => fail({ code: 'pbxUnavailable' });
    await commands.run('on', 'hold');
    expect(stateOf('on').failure).toMatch(/^The phone system does not answer/);
  });
});
