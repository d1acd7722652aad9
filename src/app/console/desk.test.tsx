import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { FakeTabLock } from '../../drivers/fake/fake-tab-lock.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { snapshotOf } from '../../testing/stream.ts';

const { mira } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const offered = { type: 'offered', to: mira, after: 10 } as const;
const ringing = tell({ id: 'a', at, caller: { name: 'Ana Kovač' } }, offered);
const talking = tell({ id: 'b', at, caller: { name: 'Henrik Aas' } }, offered, {
  type: 'answered',
  by: mira,
  after: 20,
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const isOff = (name: string) => button(name).getAttribute('aria-disabled') === 'true';
const connection = () => document.querySelector('[data-connection]')?.getAttribute('data-connection');

describe('the connection', () => {
  test('connects with the address of this desk', () => {
    const { ports } = renderConsole();
    expect(ports.phone.account).toEqual({ sipUri: 'sip:console-mira@frontdesk.invalid' });
    expect(connection()).toBe('connected');
  });

  test('a cut that is mended within a second changes nothing', () => {
    const { ports, pass } = renderConsole({ calls: [ringing] });
    act(() => ports.phone.become({ state: 'offline', since: ports.clock.now() }));
    pass(900);
    act(() => ports.phone.become({ state: 'registered', since: ports.clock.now() }));
    pass(5000);
    expect(connection()).toBe('connected');
    expect(isOff('Answer Ana Kovač')).toBe(false);
  });

  test('one that lasts is said in words; buttons keep their place and the focus, and mute still works', async () => {
    const { ports, pass } = renderConsole({ calls: [ringing, talking] });
    await userEvent.setup().click(button('Answer Ana Kovač'));
    button('Hang up Henrik Aas').focus();
    act(() => ports.server.become({ state: 'waiting', since: ports.clock.now(), retryAt: ports.clock.now() + 2000 }));
    pass(1000);
    expect(connection()).toBe('reconnecting');
    expect(screen.getByText('Reconnecting… calls are being held by the PBX.')).toBeTruthy();
    expect(screen.getByRole('article', { name: /^Held by PBX, Main number, Ana Kovač/ })).toBeTruthy();
    expect(['Answer Ana Kovač', 'Reject Ana Kovač', 'Hang up Henrik Aas'].map(isOff)).toEqual([true, true, true]);
    expect(isOff('Mute Henrik Aas')).toBe(false);
    expect(document.activeElement).toBe(button('Hang up Henrik Aas'));
    await userEvent.setup().keyboard('[F4]');
    expect(ports.server.asked.filter(({ name }) => name === 'hangUp')).toEqual([]);
    await userEvent.setup().click(button('Try now'));
    expect(ports.server.retries).toBe(1);
  });
});

describe('the next try', () => {
  test('is counted down, and nobody is told of it but who looks', () => {
    const { ports, pass } = renderConsole();
    const wait = (ms: number) =>
      act(() => ports.server.become({ state: 'waiting', since: ports.clock.now(), retryAt: ports.clock.now() + ms }));
    const banner = () => screen.getByRole('region', { name: /^Reconnecting/ });
    wait(5000);
    pass(1000);
    expect(banner().textContent).toContain('0:01 ago');
    expect(banner().textContent).toContain('Next try in 4 s.');
    pass(2000);
    expect(banner().textContent).toContain('0:03 ago');
    expect(banner().textContent).toContain('Next try in 2 s.');
    expect(banner().closest('[aria-live], [role="status"], [role="alert"], output')).toBeNull();
    act(() => ports.server.become({ state: 'connecting', since: ports.clock.now() }));
    expect(banner().textContent).toContain('Trying to reach the server…');
    wait(700);
    expect(banner().textContent).toContain('Trying to reach the server…');
  });
});

describe('what becomes of the connection', () => {
  test('its loss and its return are spoken, once each', () => {
    const { ports, pass } = renderConsole({ calls: [talking] });
    const spoken = () => screen.getByTestId('spoken-assertive').textContent;
    act(() => ports.server.become({ state: 'waiting', since: ports.clock.now(), retryAt: 0 }));
    pass(1500);
    expect(spoken()).toBe('Connection lost. The PBX is holding your calls.');
    act(() => {
      ports.server.say(snapshotOf([talking], ports.clock.now()));
      ports.server.become({ state: 'open', since: ports.clock.now() });
    });
    pass(500);
    expect(spoken()).toBe('Connected. 1 call is with you.');
  });

  test('a server that refuses the handshake is asked whether we are still signed in', () => {
    const { ports } = renderConsole();
    const lose = () => act(() => ports.server.become({ state: 'waiting', since: 0, retryAt: 0 }));
    const timesAsked = () => ports.server.asked.filter(({ name }) => name === 'me').length;
    lose();
    expect(timesAsked()).toBe(0);
    lose();
    expect(timesAsked()).toBe(1);
  });

  test('a stream closed for want of a session says so', () => {
    const { ports, signedOut } = renderConsole();
    act(() => ports.server.become({ state: 'signedOut', since: 0 }));
    expect(signedOut()).toBe(1);
  });

  test('a phone system that is down is told from a lost connection', () => {
    const { ports, pass } = renderConsole({ calls: [ringing] });
    act(() =>
      ports.server.say({ type: 'event', event: { sequence: 9999, at, body: { kind: 'phoneSystem', state: 'down' } } }),
    );
    pass(1000);
    expect(connection()).toBe('phoneSystemDown');
    expect(isOff('Answer Ana Kovač')).toBe(true);
  });

  test('a phone system that is back is registered with at once, but a telephone given away stays away', () => {
    const { ports } = renderConsole();
    const isBack = () =>
      act(() =>
        ports.server.say({
          type: 'event',
          event: { sequence: 9999, at, body: { kind: 'phoneSystem', state: 'working' } },
        }),
      );
    act(() => ports.phone.become({ state: 'offline', since: 0 }));
    isBack();
    expect(ports.phone.state().state).toBe('registered');
    act(() => ports.phone.become({ state: 'refused', since: 0, why: 'replaced' }));
    isBack();
    expect(ports.phone.state().state).toBe('refused');
  });

  test('a telephone taken by another browser can be brought back with one press', async () => {
    const { ports } = renderConsole();
    act(() => ports.phone.become({ state: 'refused', since: 0, why: 'replaced' }));
    expect(screen.getByText('This desk’s phone is in another browser.')).toBeTruthy();
    await userEvent.setup().click(button('Use it here'));
    expect(connection()).toBe('connected');
  });
});

describe('several windows', () => {
  test('only the first has the telephone; the next shows the calls, and gets it when the first closes', async () => {
    const locks = new FakeTabLock();
    const first = renderConsole({ ports: fakePorts(locks) });
    first.unmount();
    const second = renderConsole({ ports: fakePorts(locks), calls: [ringing] });
    expect(second.ports.phone.account).toBeNull();
    expect(screen.getByText('This desk’s phone is in another window.')).toBeTruthy();
    await userEvent.setup().click(button('Answer Ana Kovač'));
    expect(second.ports.server.commanded.map(({ name }) => name)).toEqual(['answer']);
    expect(second.ports.phone.answered).toEqual([]);
    expect(second.ports.ringer.ringing).toBeNull();
    await act(() => first.model.stop());
    expect(second.ports.phone.account).not.toBeNull();
    second.pass(5000);
    expect(second.ports.ringer.ringing).toBe('ring');
  });
});

describe('the microphone and the sound', () => {
  test('a denied microphone is said, and asked for again with one press', async () => {
    const ports = fakePorts();
    ports.microphone.outcome = 'denied';
    renderConsole({ ports });
    expect(await screen.findByText('The browser blocks the microphone, so callers would not hear you.')).toBeTruthy();
    ports.microphone.outcome = 'ready';
    await userEvent.setup().click(button('Allow microphone'));
    expect(screen.queryByText(/blocks the microphone/)).toBeNull();
  });

  test('a question the browser answers by itself is not shown; one that waits for the person is', () => {
    const { ports, pass } = renderConsole();
    act(() => ports.microphone.become({ state: 'asking' }));
    pass(999);
    expect(screen.queryByText('The browser asks for your microphone.')).toBeNull();
    pass(1);
    expect(screen.getByText('The browser asks for your microphone.')).toBeTruthy();
  });

  test('blocked sound is said, and allowed with one press, the caller’s voice included', async () => {
    const { ports, pass } = renderConsole();
    let cured = false;
    const cure = async () => (cured = true);
    act(() => ports.phone.events.emit({ type: 'soundBlocked', cure }));
    pass(1000);
    expect(screen.getByText('The browser is blocking sound, so you will not hear calls ring.')).toBeTruthy();
    await userEvent.setup().click(button('Allow sound and test ringer'));
    expect(cured).toBe(true);
    expect(screen.queryByText(/blocking sound/)).toBeNull();
  });

  test('everything is let go of when the console closes', async () => {
    const { ports, model } = renderConsole({ calls: [ringing] });
    await waitFor(() => expect(ports.ringer.ringing).not.toBeNull());
    await act(() => model.stop());
    expect(ports.phone.isClosed).toBe(true);
    expect(ports.microphone.state()).toEqual({ state: 'closed' });
    expect(ports.ringer.ringing).toBeNull();
  });
});
