import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/result.ts';
import { people, tell } from '../../drivers/fake/story.ts';
import { fakePorts, renderConsole } from '../../testing/console-harness.tsx';
import { replyOf, replyOffer } from '../../testing/replies.ts';
import { happen } from '../../testing/stream.ts';

const { mira, ana } = people;
const at = Date.UTC(2026, 10, 20, 9, 0, 0);
const kovac = { name: 'Ana Kovač', number: '+38515550142' };
const ringing = tell({ id: 'a', at, caller: kovac }, { type: 'offered', to: mira, after: 10 });

function renderWriting() {
  // What the test before has written is not to be remembered.
  localStorage.clear();
  const ports = fakePorts();
  Object.assign(ports.server.handlers, {
    replyOffer: () => ok(replyOffer),
    startReply: () => ok(null),
    reply: () => ok(replyOf({ answer: null, result: null, answeredAt: null })),
  });
  return { ...renderConsole({ ports, calls: [ringing] }), user: userEvent.setup() };
}

const openDialog = async (user: ReturnType<typeof userEvent.setup>): Promise<HTMLElement> => {
  await user.click(screen.getByRole('button', { name: 'Reply busy to Ana Kovač' }));
  return screen.findByRole('dialog', { name: 'Reply to Ana Kovač' });
};

describe('replying to a caller', () => {
  test('says who waits, what they will hear and may press, and sends the words', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    expect(dialog.getByRole('textbox')).toBe(document.activeElement);
    const heard = within(dialog.getByRole('region', { name: 'What Ana Kovač will hear' }));
    expect(await heard.findByText('May I call you back?')).toBeTruthy();
    expect(heard.getAllByRole('listitem')).toHaveLength(6);
    await user.click(dialog.getByRole('radio', { name: /Is it urgent/ }));
    await user.click(dialog.getByRole('button', { name: 'Send reply' }));
    expect(ports.server.asked.find(({ name }) => name === 'reply')?.request).toEqual({
      params: { id: 'a' },
      body: { text: 'Is it urgent?', language: 'en', voice: 'rms' },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('names the time that stands beside the pattern, as it is said, and no other', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    const message = () => dialog.getByRole<HTMLTextAreaElement>('textbox').value;
    await dialog.findByRole('radio', { name: /Call back soon/ });
    expect(dialog.queryByRole('spinbutton')).toBeNull();
    const patterns = dialog.getByRole('combobox', { name: /^Or put into words/ });
    await user.selectOptions(patterns, 'Could you call again in 10 minutes?');
    const amount = dialog.getByRole<HTMLInputElement>('spinbutton', { name: 'How many' });
    await user.clear(amount);
    await user.type(amount, '1');
    expect(message()).toBe('Could you call again in one minute?');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Minutes, hours or days' }), 'hour');
    expect(message()).toBe('Could you call again in one hour?');
    await user.type(amount, '20');
    expect(message()).toBe('Could you call again in 12 hours?');
    expect(dialog.getByText('1 to 99')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Send reply' }));
    const pattern = { kind: 'callYouBack', direction: 'youCall', amount: 12, unit: 'hours' };
    expect(ports.server.asked.find(({ name }) => name === 'reply')?.request).toMatchObject({ body: { pattern } });
  });

  test('opens by its key, and Escape leaves the caller ringing', async () => {
    const { user, ports } = renderWriting();
    await user.keyboard('[ShiftLeft>][F2][/ShiftLeft]');
    const dialog = await screen.findByRole('dialog', { name: 'Reply to Ana Kovač' });
    act(() => void dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(ports.server.asked.some(({ name }) => name === 'reply')).toBe(false);
    expect(screen.getByRole('article', { name: /^Ringing/ })).toBeTruthy();
  });

  test('a text that is too long is counted, and not sent', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    const field = dialog.getByRole('textbox');
    await user.clear(field);
    await user.click(field);
    await user.paste('x'.repeat(1500));
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await user.paste('x');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(dialog.getByText('1501 of 1500 characters, about 116 seconds')).toBeTruthy();
    const send = dialog.getByRole('button', { name: 'Send reply' });
    expect(send.title).toBe('Write at most 1500 characters.');
    await user.click(send);
    expect(ports.server.asked.some(({ name }) => name === 'reply')).toBe(false);
  });

  test('says by whom the call was taken meanwhile, and sends nothing any more', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    act(() => happen(ports.server, 'a', [{ type: 'offered', to: ana, at: at + 20 }]));
    act(() => happen(ports.server, 'a', [{ type: 'answered', by: ana, at: at + 30 }]));
    expect(dialog.getByText(/The call was taken by Ana Lindqvist meanwhile/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Send reply' }).getAttribute('aria-disabled')).toBe('true');
    expect(dialog.queryByRole('button', { name: 'Answer instead' })).toBeNull();
  });

  test('says at once that the caller hung up, and goes on saying it', async () => {
    const { user, ports, pass } = renderWriting();
    const dialog = within(await openDialog(user));
    act(() => happen(ports.server, 'a', [{ type: 'ended', reason: 'abandoned', at: at + 30 }]));
    expect(dialog.getByText(/^The caller hung up/)).toBeTruthy();
    pass(10_000);
    expect(dialog.getByText(/^The caller hung up/)).toBeTruthy();
  });

  test('says that nobody took the caller, who is no longer there to be answered', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    act(() => happen(ports.server, 'a', [{ type: 'wentUnanswered', why: 'timedOut', at: at + 30 }]));
    expect(dialog.getByText(/^Nobody took the call in time: the caller is being told so/)).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Answer instead' })).toBeNull();
  });

  test('answers a caller who was sent to the voicemail meanwhile', async () => {
    const { user, ports } = renderWriting();
    const dialog = within(await openDialog(user));
    act(() => happen(ports.server, 'a', [{ type: 'voicemailStarted', at: at + 30 }]));
    expect(dialog.getByText(/^The caller is at the voicemail now/)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Send reply' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(dialog.getByRole('button', { name: 'Answer instead' }));
    expect(ports.server.asked.find(({ name }) => name === 'answer')?.request).toMatchObject({ params: { id: 'a' } });
  });

  test('says why it could not be sent, and keeps the text', async () => {
    const { user, ports } = renderWriting();
    ports.server.handlers.reply = () => fail({ code: 'speechUnspeakable' });
    const dialog = within(await openDialog(user));
    await dialog.findByRole('radio', { name: /Call back soon/ });
    await user.click(dialog.getByRole('button', { name: 'Send reply' }));
    expect(dialog.getByRole('alert').textContent).toMatch(/The voice cannot speak this/);
    expect(dialog.getByRole('textbox')).toHaveProperty('value', 'May I call you back?');
  });
});
