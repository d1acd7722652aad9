import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import type { LineSample } from '../../ports/line-sample.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

const { mira } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const henrik = { id: 'henrik', at, caller: { name: 'Henrik Aas', number: '+4722550138' } };
const talking = tell(henrik, { type: 'offered', to: mira, after: 10 }, { type: 'answered', by: mira, after: 20 });

const start: LineSample = {
  at: 0,
  microphone: 'live',
  sent: 0,
  received: 0,
  lost: 0,
  jitterMs: 3,
  roundTripMs: 18,
  report: null,
  checksSent: 0,
  checksAnswered: 0,
  levelIn: 0,
  levelOut: 0,
};

/** A console with a call whose audio goes as told. */
async function listen() {
  const ports = fakePorts();
  ports.server.handlers.quality = () => ok(null);
  const each = { sent: 50, received: 50, lost: 0, microphone: 'live' as LineSample['microphone'] };
  let sample = start;
  let measured = 0;
  ports.phone.nextSample = () => {
    measured += 1;
    sample = {
      ...sample,
      at: ports.clock.now(),
      microphone: each.microphone,
      sent: sample.sent + each.sent,
      received: sample.received + each.received,
      lost: sample.lost + each.lost,
    };
    return sample;
  };
  const view = renderConsole({ ports, calls: [talking] });
  const said: string[] = [];
  view.model.announcer.store.subscribe(({ assertive, polite }) => {
    if (assertive !== '') said.push(`! ${assertive}`);
    if (polite !== '') said.push(polite);
  });
  /** Seconds go by, with a measurement in each. */
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) await act(async () => ports.clock.advance(1000));
  };
  const happens = (...events: Parameters<typeof happen>[2]) => act(() => happen(ports.server, 'henrik', events));
  const kept = () => ports.server.asked.filter(({ name }) => name === 'quality').map(({ request }) => request);
  await pass(3);
  return { ...view, said, each, pass, happens, kept, measured: () => measured };
}

const badge = (word: string) => screen.queryByRole('button', { name: `Sound: ${word}. Show details` });
const card = () => screen.getByRole('article', { name: /^On call with Henrik Aas/ });

describe('how a call sounds', () => {
  test('is a word on its card, with the figures behind it', async () => {
    const { each, pass } = await listen();
    expect(badge('Good')).toBeTruthy();
    each.lost = 5;
    each.received = 45;
    await pass(3);
    expect(badge('Poor: 10 % lost')).toBeTruthy();
    const figures = within(card()).getByText('Sound of this call').closest('section');
    expect(figures?.textContent).toContain('Lost on the way to you10 %');
    expect(figures?.textContent).toContain('There and back18 ms');
    expect(figures?.textContent).toContain('Lost on the way to themnot known');
  });

  test('one who is not heard is told so at once, in words, with what to do; and when it is over', async () => {
    const { each, pass, said } = await listen();
    each.received = 0;
    await pass(3);
    expect(badge('You can’t hear the caller')).toBeTruthy();
    expect(within(card()).getByRole('region', { name: 'You can’t hear the caller.' }).textContent).toContain(
      'say that you will call back',
    );
    expect(said).toContain('! You can’t hear Henrik Aas.');
    each.received = 50;
    await pass(2);
    expect(screen.queryByRole('region', { name: 'You can’t hear the caller.' })).toBeNull();
    expect(said.at(-1)).toBe('You and Henrik Aas hear each other again.');
  });

  test('an unplugged microphone is told within a second, but not while muted', async () => {
    const { each, pass, said, ports } = await listen();
    ports.phone.mute('henrik', true);
    await act(async () => void ports.phone.answer('henrik'));
    ports.phone.mute('henrik', true);
    each.microphone = 'ended';
    await pass(2);
    expect(badge('Good')).toBeTruthy();
    ports.phone.mute('henrik', false);
    await pass(2);
    expect(badge('Caller can’t hear you')).toBeTruthy();
    expect(said).toContain('! Henrik Aas can’t hear you.');
  });
});

describe('measuring', () => {
  test('stops on hold and begins anew after it; what it came to is kept each time', async () => {
    const { pass, happens, kept, measured, ports } = await listen();
    happens({ type: 'heldByUs', at: ports.clock.now() });
    const before = measured();
    await pass(5);
    expect(measured()).toBe(before);
    expect(badge('Good')).toBeNull();
    expect(kept()).toEqual([
      { params: { id: 'henrik' }, body: { lost: 0, jitterMs: 3, roundTripMs: 18, oneWaySeconds: 0 } },
    ]);
    happens({ type: 'resumed', at: ports.clock.now() });
    await pass(4);
    happens({ type: 'ended', reason: 'callerHungUp', at: ports.clock.now() });
    expect(kept()).toHaveLength(2);
  });

  test('runs no timer of its own while there is no call', async () => {
    const { pass, happens, measured, ports } = await listen();
    happens({ type: 'ended', reason: 'callerHungUp', at: ports.clock.now() });
    const before = measured();
    await pass(30);
    expect(measured()).toBe(before);
  });

  test('is kept when the page goes away, and goes on if it does not', async () => {
    const { kept, pass, happens, ports } = await listen();
    dispatchEvent(new Event('pagehide'));
    expect(kept()).toHaveLength(1);
    await pass(4);
    happens({ type: 'ended', reason: 'callerHungUp', at: ports.clock.now() });
    expect(kept()).toHaveLength(2);
  });

  test('says nothing in a window without the telephone', async () => {
    const { ports, pass } = await listen();
    ports.phone.nextSample = () => null;
    await pass(2);
    expect(badge('Good')).toBeNull();
  });
});

describe('what was missed', () => {
  const from = at + 60_000;
  const missedCall = (id: string, name: string, after: number) =>
    tell(
      { id, at: from + after, caller: { name, number: '+38515550142' } },
      { type: 'ended', reason: 'missed', after: 9000 },
    );

  function away(answer: () => { readonly value: { readonly calls: readonly ReturnType<typeof missedCall>[] } }) {
    const ports = fakePorts();
    ports.server.handlers.calls = () => {
      const { value } = answer();
      return ok({ ...value, total: value.calls.length });
    };
    const view = renderConsole({ ports });
    const said: string[] = [];
    view.model.announcer.store.subscribe(({ polite }) => polite !== '' && said.push(polite));
    return { ...view, said };
  }

  test('while the page was away is listed with name, number, queue and time, said once, and put away', async () => {
    const { ports, said, pass } = away(() => ({
      value: {
        calls: [
          missedCall('a', 'Ana Kovač', 10_000),
          missedCall('b', 'Later Than Back', 60_000),
          missedCall('c', 'Chiara Bellini', 20_000),
        ],
      },
    }));
    await act(async () => ports.server.comeBack({ from, to: from + 60_000 }));
    const list = screen.getByRole('region', { name: '2 calls missed while you were away' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('Chiara Bellini'), expect.stringMatching(/Ana Kovač\+38515550142Main number/)]);
    pass(1000);
    expect(said).toEqual(['2 calls were missed while you were away.']);
    await act(async () => ports.server.comeBack({ from, to: from + 60_000 }));
    pass(5000);
    expect(said).toHaveLength(1);
    await userEvent.setup().click(within(list).getByRole('button', { name: /^Dismiss/ }));
    expect(screen.queryByRole('region', { name: /missed while/ })).toBeNull();
  });

  test('is not anybody’s whom somebody answered, who still rings, or who called another queue', async () => {
    const offered = { type: 'offered', to: mira, after: 5 } as const;
    const answered = { type: 'answered', by: mira, after: 9 } as const;
    const { ports } = away(() => ({
      value: {
        calls: [
          tell({ id: 'a', at: from }, offered, answered, { type: 'ended', reason: 'callerHungUp', after: 99 }),
          tell({ id: 'b', at: from }, offered),
          tell(
            { id: 'c', at: from, queue: { id: 'other', name: 'Other' } },
            { type: 'ended', reason: 'missed', after: 9 },
          ),
        ],
      },
    }));
    await act(async () => ports.server.comeBack({ from, to: from + 60_000 }));
    expect(screen.queryByRole('region', { name: /missed while/ })).toBeNull();
  });

  test('is asked for again while the server does not answer', async () => {
    const { ports } = away(() => ({ value: { calls: [missedCall('a', 'Ana Kovač', 10_000)] } }));
    const { calls } = ports.server.handlers;
    ports.server.handlers.calls = () => fail({ code: 'unreachable' });
    await act(async () => ports.server.comeBack({ from, to: from + 60_000 }));
    expect(screen.queryByRole('region', { name: /missed while/ })).toBeNull();
    if (calls !== undefined) ports.server.handlers.calls = calls;
    await act(async () => ports.clock.advance(3000));
    expect(screen.getByRole('region', { name: '1 call missed while you were away' })).toBeTruthy();
  });
});
