import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { exampleRecordings, recordingIdOf } from '../../drivers/fake/example-recordings.ts';
import { keepRecordings } from '../../drivers/fake/fake-recordings.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { recordingFrame } from '../../testing/stream.ts';

afterEach(() => {
  history.replaceState(null, '', '/');
  localStorage.clear();
});

async function openPage(address = '/recordings') {
  history.replaceState(null, '', address);
  const ports = fakePorts();
  Object.assign(ports.server.handlers, keepRecordings(exampleRecordings(ports.clock.now()), ports.clock.now));
  const view = renderConsole({ ports });
  await screen.findByRole('heading', { name: 'Recordings and voicemail' });
  return { ...view, user: userEvent.setup() };
}

const rows = () => within(screen.getByRole('list', { name: 'Recordings and voicemail' })).getAllByRole('link');

describe('the page of recordings', () => {
  test('lists them, counts new voicemails, and is searched by what is typed', async () => {
    const { user, pass } = await openPage();
    await screen.findByText('1 to 10 of 10');
    expect(rows()).toHaveLength(10);
    expect(screen.getByRole('link', { name: /^Recordings 2/ })).toBeTruthy();
    await user.type(screen.getByRole('searchbox', { name: /^Search recordings by name/ }), 'aas');
    pass(300);
    await screen.findByText('1 to 1 of 1');
    expect(rows()[0]?.textContent).toContain('Henrik Aas');
  });

  test('a new voicemail comes by itself', async () => {
    const { ports, pass } = await openPage();
    await screen.findByText('1 to 10 of 10');
    const [first] = exampleRecordings(ports.clock.now());
    if (first === undefined) throw new Error('no example');
    const fresh = { ...first, id: recordingIdOf(77), caller: { ...first.caller, name: 'Nora Dahl' } };
    Object.assign(
      ports.server.handlers,
      keepRecordings([fresh, ...exampleRecordings(ports.clock.now())], ports.clock.now),
    );
    act(() => ports.server.say(recordingFrame(fresh)));
    pass(150);
    expect((await screen.findByText('Nora Dahl')).closest('a')?.textContent).toContain('New');
    expect(await screen.findByRole('link', { name: /^Recordings 3/ })).toBeTruthy();
  });

  test('goes from line to line with the arrows', async () => {
    const { user } = await openPage();
    await screen.findByText('1 to 10 of 10');
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(rows()[2]);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Recording of Jelena Marić' })).toBeTruthy();
  });
});

describe('a recording', () => {
  test('is played by Space, which types where somebody types', async () => {
    const { user, ports } = await openPage(`/recordings/${recordingIdOf(2)}`);
    await screen.findByRole('region', { name: 'Recording of Henrik Aas' });
    expect(screen.getByText('Announced at 0:02. Paused 2:14 to 2:36.')).toBeTruthy();
    await user.keyboard(' ');
    expect(ports.soundPlayer.state()).toBe('playing');
    await user.click(screen.getByRole('textbox', { name: 'Note' }));
    await user.keyboard(' ');
    expect(ports.soundPlayer.state()).toBe('playing');
    await user.click(screen.getByRole('button', { name: 'Jump to 1:06, Rate' }));
    expect(ports.soundPlayer.position()).toBe(66_000);
  });

  test('is downloaded as MP3 once that is made, and says so until then', async () => {
    const { user, ports } = await openPage(`/recordings/${recordingIdOf(2)}`);
    const { recording } = ports.server.handlers;
    let mp3 = false;
    ports.server.handlers.recording = async (request) => {
      const found = await recording?.(request);
      return found?.ok ? ok({ ...found.value, mp3 }) : fail({ code: 'noSuchRecording' });
    };
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    expect(await screen.findByText('The MP3 is still being made. The WAV can be had at once.')).toBeTruthy();
    expect(screen.queryByText('MP3, small')).toBeNull();
    expect(screen.getByText('WAV, as it was recorded')).toBeTruthy();
    mp3 = true;
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(await screen.findByText('MP3, small')).toBeTruthy();
  });

  test('a voicemail is handled, and is not after all', async () => {
    const { user } = await openPage(`/recordings/${recordingIdOf(1)}`);
    await user.click(await screen.findByRole('button', { name: 'Mark handled' }));
    expect(await screen.findByText(/^Handled by you/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Not handled after all' }));
    expect(await screen.findByText('Nobody has dealt with it yet.')).toBeTruthy();
  });

  test('made before anybody transcribed is written down when somebody asks for it', async () => {
    const { user, ports } = await openPage(`/recordings/${recordingIdOf(3)}`);
    const pane = within(await screen.findByRole('region', { name: 'Transcript' }));
    expect(pane.getByText('Not written down yet.')).toBeTruthy();
    await user.click(await pane.findByRole('button', { name: 'Transcribe' }));
    expect(ports.server.commanded.at(-1)?.name).toBe('transcribe');
    expect(await pane.findByText(/^Being written down/)).toBeTruthy();
  });

  test('says where nobody transcribes who can change that, and offers nothing', async () => {
    const { ports } = await openPage();
    const { recording } = ports.server.handlers;
    ports.server.handlers.recording = async (asked) => {
      const found = await recording?.(asked);
      if (found === undefined) throw new Error('nothing is kept');
      return found.ok ? ok({ ...found.value, transcribes: false }) : found;
    };
    act(() => rows()[2]?.click());
    const pane = within(await screen.findByRole('region', { name: 'Transcript' }));
    expect(await pane.findByText(/^Nobody transcribes here/)).toBeTruthy();
    expect(pane.queryByRole('button')).toBeNull();
  });

  test('calls back for itself, and says which colleague was first', async () => {
    const { user, ports } = await openPage(`/recordings/${recordingIdOf(1)}`);
    ports.server.handlers.placeCall = () => fail({ code: 'alreadyOwned', by: 'Ana Lindqvist' });
    await user.click(await screen.findByRole('button', { name: /^Call .* back$/ }));
    expect(await screen.findByText('Ana Lindqvist was first and calls back.')).toBeTruthy();
    expect(ports.server.commanded.at(-1)?.request).toMatchObject({ body: { recordingId: recordingIdOf(1) } });
    await user.click(screen.getByRole('button', { name: 'Take over and call' }));
    expect(ports.server.commanded.at(-1)?.request).toMatchObject({
      body: { recordingId: recordingIdOf(1), takeOver: true },
    });
  });

  test('is deleted once that was confirmed', async () => {
    const { user, ports } = await openPage(`/recordings/${recordingIdOf(3)}`);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete this recording?' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(ports.server.commanded.at(-1)?.name).toBe('deleteRecording');
    expect(await screen.findByText('Choose a recording to hear it.')).toBeTruthy();
  });
});
