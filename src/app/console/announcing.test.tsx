import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { ok } from '../../../shared/result.ts';
import { eventsOf, people, queues, tell, type Happening } from '../../drivers/fake/story.ts';
import { strings } from '../../lib/strings/strings.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { happen, snapshotOf } from '../../testing/stream.ts';

const { mira, ana } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const callers = {
  kovac: { name: 'Ana Kovač', number: '+38515550142' },
  henrik: { name: 'Henrik Aas', number: '+4722550138' },
  jelena: { name: 'Jelena Marić', number: '+38520555014' },
};
const kovac = { id: 'kovac', at, caller: callers.kovac } as const;
const henrik = (...story: readonly Happening[]) =>
  tell({ id: 'henrik', at: at - 192_000, caller: callers.henrik }, offered, answered, ...story);

/** The console, and everything it says from now on, each in its tone and in order. */
function listen(...calls: readonly Call[]) {
  const ports = fakePorts();
  const view = renderConsole({ ports, calls });
  const said: string[] = [];
  // What was there before is not what the test is about.
  view.pass(10_000);
  view.model.announcer.store.subscribe(({ assertive, polite }) => {
    if (assertive !== '') said.push(`! ${assertive}`);
    if (polite !== '') said.push(polite);
  });
  const now = () => ports.clock.now();
  const tellOf = (id: string, ...events: Parameters<typeof happen>[2]) => act(() => happen(ports.server, id, events));
  return { ...view, said, now, tellOf, user: userEvent.setup() };
}

describe('what is said, word for word', () => {
  test('a ring, and a second one', () => {
    const { said, pass, tellOf } = listen();
    tellOf('kovac', ...eventsOf(kovac, [offered]));
    pass(500);
    tellOf('x', ...eventsOf({ id: 'x', at, caller: { number: '+16505550119' }, queue: queues.service }, [offered]));
    pass(500);
    expect(said).toEqual([
      '! Ringing, Main number: Ana Kovač. F2 answers.',
      '! Another call, Service: unknown number. 2 ringing.',
    ]);
  });

  test('an answer with the other call put on hold, in one sentence each and once', async () => {
    const { said, pass, tellOf, user, now, ports } = listen(henrik());
    tellOf('kovac', ...eventsOf({ ...kovac, at: now() }, [offered]));
    pass(5000);
    said.length = 0;
    ports.server.handlers.answer = () => ok(null);
    await user.keyboard('[F2]');
    tellOf('henrik', { type: 'heldByUs', at: now() });
    pass(600);
    tellOf('kovac', { type: 'answered', by: mira, at: now() });
    pass(500);
    expect(said).toEqual(['On call with Ana Kovač. Henrik Aas on hold.']);
  });

  test.each([
    ['answered by a colleague', { type: 'answered', by: ana } as const, 'Jelena Marić was answered by Ana Lindqvist.'],
    ['given up', { type: 'ended', reason: 'abandoned' } as const, 'Jelena Marić hung up.'],
  ])('a ring that is %s', (_, event, text) => {
    const ringing = tell({ id: 'j', at, caller: callers.jelena }, offered, { type: 'offered', to: ana, after: 20 });
    const { said, pass, tellOf, now } = listen(ringing);
    tellOf('j', { ...event, at: now() });
    pass(500);
    expect(said).toEqual([text]);
  });

  test('mute and hold, both ways', async () => {
    const { said, pass, tellOf, user, now, ports } = listen(tell(kovac, offered));
    ports.phone.nextAnswer = async () => {
      tellOf('kovac', { type: 'answered', by: mira, at: now() });
      return ok();
    };
    await user.keyboard('[F2]');
    for (const key of ['[F10]', '[F10]']) {
      pass(5000);
      await user.keyboard(key);
    }
    pass(5000);
    tellOf('kovac', { type: 'heldByUs', at: now() });
    pass(5000);
    tellOf('kovac', { type: 'resumed', at: now() });
    pass(5000);
    expect(said).toEqual([
      'On call with Ana Kovač.',
      'Muted.',
      'Not muted.',
      'On hold.',
      'On call with Ana Kovač again.',
    ]);
  });

  test('the loss of the connection and its return', () => {
    const held = tell(kovac, offered, answered, { type: 'heldByUs', after: 30 });
    const { said, pass, ports, now } = listen(henrik(), held);
    act(() => ports.server.become({ state: 'waiting', since: now(), retryAt: now() }));
    pass(5000);
    act(() => {
      ports.server.say(snapshotOf([henrik(), held], now()));
      ports.server.become({ state: 'open', since: now() });
    });
    pass(500);
    expect(said).toEqual(['! Connection lost. The PBX is holding your calls.', '! Connected. 2 calls are with you.']);
  });

  test('the phone system that does not answer, a desk that is refused, and sound that is blocked', () => {
    const { said, pass, ports, now } = listen();
    const { desk } = strings;
    const system = (state: 'working' | 'down') =>
      act(() =>
        ports.server.say({
          type: 'event',
          event: { sequence: 99_999, at: now(), body: { kind: 'phoneSystem', state } },
        }),
      );
    system('down');
    pass(5000);
    system('working');
    pass(5000);
    for (const why of ['replaced', 'notAllowed'] as const) {
      act(() => ports.phone.become({ state: 'refused', since: now(), why }));
      pass(5000);
    }
    act(() => ports.phone.events.emit({ type: 'soundBlocked', cure: async () => true }));
    pass(5000);
    expect(said).toEqual(
      [desk.phoneSystemDownTitle, desk.replacedTitle, desk.refusedTitle, desk.soundBlockedTitle].map(
        (text) => `! ${text}`,
      ),
    );
  });

  test('what is going on, for whoever asks', async () => {
    const others = [1, 2].map((n) => tell({ id: `r${n}`, at: at + n }, offered));
    const waiting = [1, 2, 3].map((n) => tell({ id: `w${n}`, at: at + n, queue: { id: 'else', name: 'Else' } }));
    const held = tell(kovac, offered, answered, { type: 'heldByUs', after: 30 });
    const { said, pass, user } = listen(henrik(), held, ...others, ...waiting);
    await user.keyboard('[AltLeft>][KeyY][/AltLeft]');
    pass(500);
    expect(said).toEqual(['On call, Henrik Aas, 3 minutes. 1 on hold, 2 ringing, 3 waiting.']);
  });
});

describe('how it is said', () => {
  test('what happens within half a second is said in one go', () => {
    const { said, pass, tellOf, now } = listen(
      tell(kovac, offered),
      tell({ id: 'j', at, caller: callers.jelena }, offered),
    );
    tellOf('kovac', { type: 'ended', reason: 'abandoned', at: now() });
    pass(300);
    tellOf('j', { type: 'ended', reason: 'abandoned', at: now() });
    pass(500);
    expect(said).toEqual(['Ana Kovač hung up. Jelena Marić hung up.']);
  });

  test('timers, levels, notes and how others stand are never said', () => {
    const { said, pass, tellOf, ports, now } = listen(henrik(), tell(kovac, offered));
    tellOf('henrik', { type: 'noted', note: 'Asks for Ingrid', at: now() });
    const person = { id: 'p', name: 'Luka', extension: '214', presence: 'away', since: now(), until: null } as const;
    act(() =>
      ports.server.say({ type: 'event', event: { sequence: 99_999, at: now(), body: { kind: 'person', person } } }),
    );
    for (let second = 0; second < 8; second += 1) pass(1000);
    expect(said).toEqual([]);
    expect(screen.getAllByRole('timer').every((timer) => timer.closest('[aria-live]') === null)).toBe(true);
  });
});
