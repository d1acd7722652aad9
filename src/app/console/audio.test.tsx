import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { people, queues, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { happen } from '../../testing/stream.ts';

const { mira } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const offered = { type: 'offered', to: mira, after: 10 } as const;
const answered = { type: 'answered', by: mira, after: 20 } as const;
const kovac = tell({ id: 'a', at, caller: { name: 'Ana Kovač' } }, offered);
const onService = tell({ id: 's', at: at + 1000, caller: { name: 'Chiara Bellini' }, queue: queues.service }, offered);
const talking = tell({ id: 'b', at, caller: { name: 'Henrik Aas' } }, offered, answered);

const spoken = (how: 'assertive' | 'polite') => screen.getByTestId(`spoken-${how}`).textContent;
/** The desk of somebody whose headset is there. */
async function open(options: Parameters<typeof renderConsole>[0] = {}) {
  const view = renderConsole(options);
  // What is fetched for the headset is there in the next turn.
  await act(async () => undefined);
  return { ...view, user: userEvent.setup() };
}

describe('the ringer', () => {
  test('rings with the tone of the line that is called, and of the next one when that is taken', async () => {
    const { ports } = await open({ calls: [kovac, onService] });
    expect(ports.ringer.tone).toBe('bell');
    act(() => happen(ports.server, 'a', [{ type: 'ended', reason: 'abandoned', at }]));
    expect(ports.ringer.tone).toBe('marimba');
    act(() => happen(ports.server, 's', [{ type: 'ended', reason: 'abandoned', at }]));
    expect(ports.ringer.ringing).toBeNull();
  });

  test('knocks, whatever the line, while there is a call', async () => {
    const { ports } = await open({ calls: [talking, onService] });
    expect([ports.ringer.ringing, ports.ringer.tone]).toEqual(['knock', null]);
  });
});

describe('the headset', () => {
  test('answers as F2 does, and its lamps follow', async () => {
    const ports = fakePorts();
    await open({ ports, calls: [kovac] });
    expect(ports.headset.shown).toEqual({ isRinging: true, isTalking: false, isMuted: false });
    await act(async () => ports.headset.press('answer'));
    expect(ports.phone.answered).toEqual(['a']);
    act(() => happen(ports.server, 'a', [{ type: 'answered', by: mira, at }]));
    await act(async () => undefined);
    expect(ports.headset.shown).toEqual({ isRinging: false, isTalking: true, isMuted: false });
  });

  test('mutes and hangs up as F10 and F4 do', async () => {
    const { ports } = await open({ calls: [kovac] });
    await act(async () => ports.headset.press('answer'));
    act(() => happen(ports.server, 'a', [{ type: 'answered', by: mira, at }]));
    await act(async () => ports.headset.press('mute'));
    expect(ports.phone.mutedOf('a')).toBe(true);
    expect(ports.headset.shown).toMatchObject({ isMuted: true });
    await act(async () => ports.headset.press('hangUp'));
    expect(ports.server.asked.map(({ name }) => name)).toContain('hangUp');
  });

  test('hangs up nobody who only rings', async () => {
    const { ports } = await open({ calls: [kovac] });
    await act(async () => ports.headset.press('hangUp'));
    expect(ports.server.asked.map(({ name }) => name)).not.toContain('hangUp');
    expect(ports.phone.hungUp).toEqual([]);
  });
});

describe('a microphone that is unplugged', () => {
  const lost = { type: 'fellBack', lost: 'Jabra', using: 'MacBook microphone', why: 'unplugged' } as const;
  const sentence = 'Jabra was unplugged. Using MacBook microphone.';

  test('is said aloud at once, and shown for a while', async () => {
    const { ports, pass } = await open({ calls: [talking] });
    await act(async () => ports.microphone.happened.emit(lost));
    pass(500);
    expect(spoken('assertive')).toContain(sentence);
    expect(screen.getByRole('region', { name: 'Audio devices changed' }).textContent).toContain(sentence);
    pass(12_000);
    expect(screen.queryByRole('region', { name: 'Audio devices changed' })).toBeNull();
  });

  test('comes back in a quieter voice', async () => {
    const { ports, pass } = await open();
    await act(async () => ports.microphone.happened.emit({ type: 'tookBack', using: 'Jabra' }));
    pass(500);
    expect(spoken('polite')).toContain('Jabra is back, and in use again.');
  });

  test('and has no other in its place is said as well', async () => {
    const { ports, pass } = await open();
    act(() => ports.microphone.become({ state: 'none' }));
    pass(500);
    expect(spoken('assertive')).toContain('No microphone is connected.');
  });
});

describe('the devices menu', () => {
  test('offers what was plugged in, and takes it when asked', async () => {
    const airPods = { id: 'air-pods', label: 'AirPods' };
    const { ports, user } = await open();
    ports.microphone.list = [...ports.microphone.list, airPods];
    await act(async () => ports.microphone.happened.emit({ type: 'arrived', device: airPods, keeping: 'Headset' }));
    expect(screen.getByText('AirPods was connected. Calls stay on Headset.')).toBeTruthy();
    await user.click(screen.getByText('Use AirPods'));
    expect(ports.microphone.state()).toEqual({ state: 'ready', device: airPods });
    expect(screen.queryByText('Use AirPods')).toBeNull();
  });

  test('leads to the settings', async () => {
    const { user } = await open();
    const menu = document.querySelector('#devices');
    if (!(menu instanceof HTMLElement)) throw new Error('there is no menu');
    // jsdom has no popovers.
    Object.assign(menu, { hidePopover: () => undefined });
    await user.click(within(menu).getByText('Audio settings'));
    expect(location.pathname).toBe('/settings/audio');
    history.replaceState(null, '', '/');
  });
});
