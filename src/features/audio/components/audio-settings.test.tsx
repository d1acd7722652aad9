import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { fakePorts } from '../../../testing/console-harness.tsx';
import { fakeStorage } from '../../../testing/fake-media.ts';
import { createAudioModel } from '../model/audio-model.ts';
import { AudioSettings } from './audio-settings.tsx';

const jabra = { id: 'jabra', label: 'Jabra' };
const macBook = { id: 'macbook', label: 'MacBook' };
const lines = [
  { id: 'main', name: 'Main number' },
  { id: 'sales', name: 'Sales' },
];

async function open(prepare: (ports: ReturnType<typeof fakePorts>) => void = () => undefined) {
  const ports = fakePorts();
  ports.microphone.list = [jabra, macBook];
  ports.speaker.list = [jabra, macBook];
  ports.ringer.speaker.list = [jabra, macBook];
  prepare(ports);
  const audio = createAudioModel({ ports, lines, storage: fakeStorage(), callLevel: () => 0 });
  audio.start();
  const view = render(<AudioSettings audio={audio} hasPhone />);
  const rerender = (hasPhone: boolean): void => view.rerender(<AudioSettings audio={audio} hasPhone={hasPhone} />);
  await act(() => ports.microphone.open());
  await act(() => audio.devices.look());
  return { ports, audio, rerender, user: userEvent.setup() };
}

const row = (name: string) => within(screen.getByRole('group', { name }));
const select = (name: string) => screen.getByRole('combobox', { name });
const optionsOf = (name: string) => [...select(name).querySelectorAll('option')].map(({ textContent }) => textContent);

test('the microphone in use is shown with what would take its place, and another is one choice away', async () => {
  const { user } = await open();
  expect(select('Microphone')).toHaveProperty('value', 'jabra');
  expect(screen.getByText('Second choice when it is unplugged: MacBook')).toBeTruthy();
  await user.selectOptions(select('Microphone'), 'MacBook');
  expect(select('Microphone')).toHaveProperty('value', 'macbook');
  expect(screen.getByText('Second choice when it is unplugged: Jabra')).toBeTruthy();
});

test('a microphone that does not start is said, and the one before stays chosen', async () => {
  const { ports, user } = await open();
  ports.microphone.outcome = 'busy';
  await user.selectOptions(select('Microphone'), 'MacBook');
  expect(row('Microphone').getByRole('alert').textContent).toBe('It does not start, so the one before stays in use.');
  expect(select('Microphone')).toHaveProperty('value', 'jabra');
});

test('without a microphone the row says why', async () => {
  const { ports } = await open();
  act(() => ports.microphone.become({ state: 'denied' }));
  expect(screen.getByText('Blocked by the browser')).toBeTruthy();
  expect(select('Microphone')).toHaveProperty('value', '');
});

test('callers and the ringer each have a device and a volume of their own', async () => {
  const { ports, user } = await open();
  await user.selectOptions(select('Call audio'), 'Jabra');
  await user.selectOptions(select('Ringer'), 'MacBook');
  fireEvent.change(screen.getByRole('slider', { name: 'Call volume' }), { target: { value: '64' } });
  expect(ports.speaker.state()).toMatchObject({ device: jabra, volume: 64 });
  expect(ports.ringer.speaker.state()).toMatchObject({ device: macBook, volume: 80 });
  expect(screen.getByRole('slider', { name: 'Call volume' }).getAttribute('aria-valuetext')).toBe('64 %');
  expect(optionsOf('Ringer')).toEqual(['The computer’s default', 'Jabra', 'MacBook']);
});

test('a chosen device that is away stays in the list, and is not the one in use', async () => {
  const { ports, audio } = await open();
  ports.speaker.list = [macBook];
  await act(async () => {
    ports.speaker.become({ chosen: jabra, device: null });
    await audio.devices.look();
  });
  expect(optionsOf('Call audio')).toEqual(['The computer’s default', 'MacBook', 'Jabra (not connected)']);
  expect(select('Call audio')).toHaveProperty('value', '');
});

test('where the browser plays on one device only, that is said instead of a choice that does nothing', async () => {
  await open((ports) => ports.speaker.become({ canChoose: false }));
  expect(screen.queryByRole('combobox', { name: 'Call audio' })).toBeNull();
  expect(row('Call audio').getByText(/^This browser plays on the computer’s default only\./)).toBeTruthy();
  expect(row('Call audio').getByRole('slider')).toBeTruthy();
});

test('where the browser has a list of its own, it is asked for', async () => {
  let asked = 0;
  const { user } = await open((ports) => {
    ports.speaker.become({ canAsk: true });
    Object.assign(ports.speaker, { ask: async () => ok(void (asked += 1)) });
  });
  await user.click(screen.getByRole('button', { name: 'Choose another' }));
  expect(asked).toBe(1);
});

test('a voice and a ring can be tried; a browser that plays nothing says so', async () => {
  const { ports, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Play a voice' }));
  await user.click(screen.getByRole('button', { name: 'Ring once' }));
  expect([ports.speaker.voices, ports.ringer.once]).toEqual([1, ['bell']]);
  ports.speaker.isBlocked = true;
  await user.click(screen.getByRole('button', { name: 'Play a voice' }));
  expect(row('Call audio').getByRole('alert').textContent).toBe('The browser is blocking sound. Press once more.');
});

test('each line has a tone, chosen and heard here', async () => {
  const { ports, user, audio } = await open();
  const tone = select('Ring tone of Sales');
  expect(tone).toHaveProperty('value', 'twoNotes');
  await user.selectOptions(tone, 'Marimba');
  await user.click(screen.getByRole('button', { name: 'Play the ring tone of Sales' }));
  expect(ports.ringer.once).toEqual(['marimba']);
  expect(audio.tones.toneOf('sales')).toBe('marimba');
});

test('the voice is cleaned as the switches say', async () => {
  const { ports, user } = await open();
  await user.click(screen.getByRole('switch', { name: 'Automatic level' }));
  expect(ports.microphone.cleaning()).toEqual({ echo: true, noise: true, level: false });
  expect(screen.getByRole('switch', { name: 'Automatic level' })).toHaveProperty('checked', false);
});

test('headsets are connected by name, and a failure is said', async () => {
  const { ports, user } = await open();
  ports.headset.choice = { id: 'h', label: 'Jabra Evolve2 65' };
  await user.click(screen.getByRole('button', { name: 'Connect a headset' }));
  expect(screen.getByText('Jabra Evolve2 65 connected')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Connect another' })).toBeTruthy();
  ports.headset.isTaken = true;
  await user.click(screen.getByRole('button', { name: 'Connect another' }));
  expect(row('Headset buttons').getByRole('alert').textContent).toMatch(/^The headset is used by another program\./);
});

test('a browser without headset buttons offers none', async () => {
  await open((ports) => {
    ports.headset.canConnect = false;
  });
  expect(await screen.findByText(/^This browser connects no headset buttons\./)).toBeTruthy();
  expect(row('Headset buttons').queryByRole('button')).toBeNull();
});

test('in a window without the telephone a microphone is chosen and none is opened, and headsets are connected elsewhere', async () => {
  const { ports, user, rerender } = await open();
  act(() => ports.microphone.close());
  rerender(false);
  expect(screen.getByText('Not in use in this window')).toBeTruthy();
  expect(optionsOf('Microphone')).toEqual(['The computer’s default', 'Jabra', 'MacBook']);
  await user.selectOptions(select('Microphone'), 'MacBook');
  expect(select('Microphone')).toHaveProperty('value', 'macbook');
  expect(ports.microphone.state()).toEqual({ state: 'closed' });
  expect(row('Headset buttons').queryByRole('button')).toBeNull();
  expect(row('Headset buttons').getByText(/^This desk’s phone is in another window\./)).toBeTruthy();
});
