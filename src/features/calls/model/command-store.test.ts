import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import type { Call } from '../../../../shared/call/call.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { people, tell } from '../../../drivers/fake/story.ts';
import { frameOf, snapshotOf } from '../../../testing/stream.ts';
import { createCallStore } from './call-store.ts';
import { createCommandStore, idle } from './command-store.ts';

const { mira, ana } = people;
const offered = { type: 'offered', to: mira, after: 1 } as const;
const ringing = ['a', 'b'].map((id) => tell({ id, at: 1 }, offered));
const talking = tell({ id: 'on', at: 0 }, offered, { type: 'answered', by: mira, after: 2 });

function open(table: readonly Call[] = ringing) {
  const phone = new FakePhoneLine();
  const server = new FakeServer({
    reject: () => ok(null),
    hangUp: () => ok(null),
    mute: () => ok(null),
    unmute: () => ok(null),
    rejoin: () => ok(null),
    hold: () => ok(null),
    resume: () => ok(null),
    answer: () => ok(null),
  });
  const clock = new FakeClock();
  const calls = createCallStore({ clock, desk: mira, refresh: () => undefined });
  calls.accept(snapshotOf(table, clock.now()));
  phone.connect({ sipUri: 'sip:console-mira@frontdesk.invalid' });
  const commands = createCommandStore({ phone, server, clock, calls, desk: mira });
  return {
    phone,
    calls,
    clock,
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

  test('hanging up does not wait for what is under way, and is done once', async () => {
    const { server, commands, stateOf, names } = open([talking]);
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

  test('mute in a window without the telephone goes by the server, and its refusal is said', async () => {
    const { commands, names, stateOf, server } = open();
    await commands.run('elsewhere', 'mute');
    expect(names()).toEqual(['mute']);
    expect(stateOf('elsewhere')).toEqual({ pending: null, failure: null, muted: false });
    server.handlers.unmute = () => fail({ code: 'notYourCall' });
    await commands.run('elsewhere', 'unmute');
    expect(stateOf('elsewhere').failure).not.toBeNull();
  });

  test('the window with the telephone does what another one asked for', async () => {
    const { phone, calls, commands, stateOf } = open([talking]);
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
    const { phone, calls, commands, server } = open([talking]);
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

describe('answering by the server', () => {
  const queued = tell({ id: 'q', at: 5 });
  const asked = { name: 'answer', request: { params: { id: 'q' } } };

  test('brings a call that does not ring here; its button stays pressed until it is here', async () => {
    const { phone, server, commands, calls, stateOf } = open([talking, queued]);
    await commands.run('q', 'answer');
    await commands.run('q', 'answer');
    expect(server.asked).toEqual([asked]);
    expect(phone.answered).toEqual([]);
    expect(stateOf('q').pending).toBe('answer');
    calls.accept(frameOf('q', { type: 'offered', to: mira, at: 10 }));
    expect(stateOf('q').pending).toBe('answer');
    calls.accept(frameOf('q', { type: 'answered', by: mira, at: 11 }));
    expect(stateOf('q').pending).toBeNull();
  });

  test('is how a desk that talks takes what rings here, so that its call is held first', async () => {
    const { phone, server, commands } = open([talking, ...ringing]);
    await commands.run('a', 'answer');
    expect(phone.answered).toEqual([]);
    expect(server.asked.map(({ name }) => name)).toEqual(['answer']);
  });

  test('is how a window without the telephone answers', async () => {
    const { phone, server, commands } = open();
    phone.become({ state: 'offline', since: 0 });
    await commands.run('a', 'answer');
    expect(phone.answered).toEqual([]);
    expect(server.asked.map(({ name }) => name)).toEqual(['answer']);
  });

  test('lets go of the button when a colleague was faster, when the desk rang in vain, or after 5 s', async () => {
    const faster = open([talking, tell({ id: 'q', at: 5 }, { type: 'offered', to: ana, after: 1 })]);
    await faster.commands.run('q', 'answer');
    faster.calls.accept(frameOf('q', { type: 'answered', by: ana, at: 11 }));
    expect(faster.stateOf('q').pending).toBeNull();
    const vain = open([queued]);
    await vain.commands.run('q', 'answer');
    vain.calls.accept(frameOf('q', { type: 'offered', to: mira, at: 10 }));
    vain.calls.accept(frameOf('q', { type: 'offerLost', consoleId: mira.consoleId, at: 11 }));
    expect(vain.stateOf('q').pending).toBeNull();
    const late = open([queued]);
    await late.commands.run('q', 'answer');
    late.clock.advance(5000);
    expect(late.stateOf('q').pending).toBeNull();
  });

  test('says why it could not', async () => {
    const { server, commands, stateOf } = open([queued]);
    server.handlers.answer = () => fail({ code: 'deskNotReady' });
    await commands.run('q', 'answer');
    expect(stateOf('q')).toMatchObject({ pending: null, failure: expect.stringContaining('phone is not connected') });
  });
});

describe('hold and resume', () => {
  test.each(['hold', 'resume'] as const)('%s is for the server, once however often it is pressed', async (command) => {
    const { server, commands } = open([talking]);
    await Promise.all([commands.run('on', command), commands.run('on', command)]);
    expect(server.asked).toEqual([{ name: command, request: { params: { id: 'on' } } }]);
  });

  test('a hold that fails says why', async () => {
    const { server, commands, stateOf } = open([talking]);
    server.handlers.hold = () => fail({ code: 'pbxUnavailable' });
    await commands.run('on', 'hold');
    expect(stateOf('on').failure).toMatch(/^The phone system does not answer/);
  });
});
