import { describe, expect, test } from 'vitest';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { fail } from '../../../../shared/result.ts';
import { people, tell } from '../../../drivers/fake/story.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { frameOf } from '../../../testing/stream.ts';
import { openCommands, ringing, talking } from './command-store.testing.ts';

const { mira, ana } = people;

describe('answering by the server', () => {
  const queued = tell({ id: 'q', at: 5 });
  const asked = { name: 'answer', request: { params: { id: 'q' } } };

  test('brings a call that does not ring here; its button stays pressed until it is here', async () => {
    const { phone, server, commands, calls, stateOf } = openCommands([talking, queued]);
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
    const { phone, server, commands } = openCommands([talking, ...ringing]);
    await commands.run('a', 'answer');
    expect(phone.answered).toEqual([]);
    expect(server.asked.map(({ name }) => name)).toEqual(['answer']);
  });

  test('is how a window without the telephone answers', async () => {
    const { phone, server, commands } = openCommands();
    phone.become({ state: 'offline', since: 0 });
    await commands.run('a', 'answer');
    expect(phone.answered).toEqual([]);
    expect(server.asked.map(({ name }) => name)).toEqual(['answer']);
  });

  const lines = (code: string) => failureSentence(code, errorTable);

  test('lets go of the button when a colleague was faster, without a word', async () => {
    const faster = openCommands([talking, tell({ id: 'q', at: 5 }, { type: 'offered', to: ana, after: 1 })]);
    await faster.commands.run('q', 'answer');
    faster.calls.accept(frameOf('q', { type: 'answered', by: ana, at: 11 }));
    expect(faster.stateOf('q')).toMatchObject({ pending: null, failure: null });
  });

  test('lets go of it when the desk rang in vain, or after 5 s, and says so', async () => {
    const vain = openCommands([queued]);
    await vain.commands.run('q', 'answer');
    vain.calls.accept(frameOf('q', { type: 'offered', to: mira, at: 10 }));
    vain.calls.accept(frameOf('q', { type: 'offerLost', consoleId: mira.consoleId, at: 11 }));
    expect(vain.stateOf('q')).toMatchObject({ pending: null, failure: lines('notBrought') });
    const late = openCommands([queued]);
    await late.commands.run('q', 'answer');
    late.clock.advance(5000);
    expect(late.stateOf('q')).toMatchObject({ pending: null, failure: lines('notBrought') });
  });

  test('that fails at the telephone is said there, whoever pressed', async () => {
    const { phone, commands, stateOf } = openCommands([queued, ...ringing]);
    await commands.run('q', 'answer');
    for (const callId of ['q', 'a', 'unknown'])
      phone.events.emit({ type: 'answerFailed', callId, why: 'noMicrophone' });
    const failed = { pending: null, failure: lines('noMicrophone') };
    expect([stateOf('q'), stateOf('a')]).toMatchObject([failed, failed]);
    expect(commands.store.getState()['unknown']).toBeUndefined();
  });

  test('says why it could not', async () => {
    const { server, commands, stateOf } = openCommands([queued]);
    server.handlers.answer = () => fail({ code: 'deskNotReady' });
    await commands.run('q', 'answer');
    expect(stateOf('q')).toMatchObject({ pending: null, failure: expect.stringContaining('phone is not connected') });
  });
});

test('rejoining stays pressed until the call is here, and says when it does not come', async () => {
  const { commands, calls, clock, stateOf, server } = openCommands([talking]);
  calls.accept(frameOf('on', { type: 'legLost', at: 5 }));
  await commands.run('on', 'rejoin');
  await commands.run('on', 'rejoin');
  expect([server.asked.length, stateOf('on').pending]).toEqual([1, 'rejoin']);
  clock.advance(5000);
  expect(stateOf('on')).toMatchObject({ pending: null, failure: expect.stringContaining('did not reach this desk') });
  await commands.run('on', 'rejoin');
  calls.accept(frameOf('on', { type: 'rejoined', by: mira, at: 6 }));
  expect(stateOf('on')).toMatchObject({ pending: null, failure: null });
});
