import { act, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { FakeSpeaker } from '../../../drivers/fake/fake-speaker.ts';
import { exampleOffer, exampleTemplates, keepTemplates } from '../../../drivers/fake/fake-templates.ts';
import { settled } from '../../../testing/settled.ts';
import { TemplateEditor } from '../model/template-editor.ts';
import { createTemplatesStore } from '../model/templates-store.ts';
import { TemplatesSettings } from './templates-settings.tsx';

async function renderTemplates(given = exampleTemplates, handlers: FakeServer['handlers'] = {}) {
  const server = new FakeServer({ ...keepTemplates(given), replyOffer: () => ok(exampleOffer), ...handlers });
  const templates = createTemplatesStore(server);
  const editor = new TemplateEditor({ server, speaker: new FakeSpeaker(), templates });
  render(<TemplatesSettings templates={templates} editor={editor} />);
  await act(settled);
  return { server, user: userEvent.setup() };
}

const list = () => screen.getByRole('list', { name: 'Templates' });
const names = () =>
  within(list())
    .getAllByRole('listitem')
    .map((row) => row.querySelector('.template-name')?.textContent);
const button = (name: string) => screen.getByRole('button', { name });
const row = (name: string) => within(list()).getByRole('button', { name });
const form = (name: string) => within(screen.getByRole('form', { name }));

describe('the page of reply templates', () => {
  test('lists one’s own and the house’s, each with its digit', async () => {
    await renderTemplates();
    expect(names()).toEqual([
      '1Call back soon',
      '2Wrong department',
      '3Delivery question',
      '4Is it urgent?',
      '5In a meeting',
      '–Lunch',
      '–Tomorrow',
    ]);
  });

  test('writes a new one: what is missing has the focus, and what is saved is in the list', async () => {
    const { user } = await renderTemplates();
    await user.click(button('New template'));
    const written = form('New template');
    expect(document.activeElement).toBe(written.getByLabelText('Name'));
    await user.keyboard('Good news');
    await user.click(written.getByRole('button', { name: 'Save template' }));
    const text = screen.getByLabelText('Spoken text');
    expect(document.activeElement).toBe(text);
    expect(text.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Write what the caller is to hear.')).toBeTruthy();
    await user.keyboard('May I call you with good news?');
    await user.click(button('Save template'));
    expect(names()[3]).toBe('4Good news');
    expect(row('Good news').getAttribute('aria-current')).toBe('true');
    expect(button('Save template').title).toBe('Nothing has been changed.');
  });

  test('changes one, and says in the list that it is not saved', async () => {
    const { user, server } = await renderTemplates();
    await user.click(row('Wrong department'));
    await user.type(form('Wrong department').getByLabelText('Name'), '!');
    expect(within(list()).getByText('Not saved')).toBeTruthy();
    await user.click(button('Undo changes'));
    expect(within(list()).queryByText('Not saved')).toBeNull();
    expect(server.commanded).toEqual([]);
  });

  test('deletes one with the way back in front of whoever did', async () => {
    const { user } = await renderTemplates();
    await user.click(row('Wrong department'));
    await user.click(button('Delete Wrong department'));
    expect(names()).not.toContain('2Wrong department');
    expect(screen.getByText('“Wrong department” is deleted.')).toBeTruthy();
    expect(document.activeElement).toBe(button('Undo'));
    await user.keyboard('{Enter}');
    expect(names()[1]).toBe('2Wrong department');
    expect(document.activeElement).toBe(row('Wrong department'));
  });

  test('moves one by its buttons, which keep the focus and say what is not possible', async () => {
    const { user } = await renderTemplates();
    await user.click(button('Move Wrong department up'));
    expect(names().slice(0, 2)).toEqual(['1Wrong department', '2Call back soon']);
    expect(document.activeElement).toBe(button('Move Wrong department up'));
    expect(button('Move Wrong department up').title).toBe('It is the first.');
    expect(screen.getByText('“Wrong department” is now 1 of 3.')).toBeTruthy();
    await user.click(button('Move Wrong department down'));
    expect(names().slice(0, 2)).toEqual(['1Call back soon', '2Wrong department']);
  });

  test('moves one by Alt and the arrows, which nobody else hears meanwhile', async () => {
    const { user } = await renderTemplates();
    const heard: string[] = [];
    const listen = ({ code }: KeyboardEvent): unknown => heard.push(code);
    addEventListener('keydown', listen);
    row('Call back soon').focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    removeEventListener('keydown', listen);
    expect(names().slice(0, 2)).toEqual(['1Wrong department', '2Call back soon']);
    expect(document.activeElement).toBe(row('Call back soon'));
    expect(heard).toEqual(['AltLeft']);
  });

  test('moves one by dragging it, to before or after the row it is let go over', async () => {
    const { server } = await renderTemplates();
    const rows = within(list()).getAllByRole('listitem');
    const [first, second, third] = rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are too few');
    third.getBoundingClientRect = () => new DOMRect(0, 100, 300, 50);
    second.getBoundingClientRect = () => new DOMRect(0, 50, 300, 50);
    drag(first, second, 60);
    expect(server.commanded).toEqual([]);
    drag(first, third, 140);
    await act(settled);
    expect(names().slice(0, 3)).toEqual(['1Wrong department', '2Delivery question', '3Call back soon']);
    expect(first.className).toBe('');
  });

  test('hides the house’s, shows it again, and copies it', async () => {
    const { user } = await renderTemplates();
    await user.click(button('Hide Is it urgent?'));
    expect(names().slice(3, 5)).toEqual(['4In a meeting', '5Lunch']);
    await user.click(button('Show Is it urgent? again'));
    expect(names()[3]).toBe('4Is it urgent?');
    await user.click(button('Copy Lunch as a template of your own'));
    await user.click(button('Save template'));
    expect(names()[3]).toBe('4Lunch');
  });

  test('says that there is none of one’s own yet', async () => {
    await renderTemplates({ own: [], hidden: [] });
    expect(screen.getByText(/You have no template of your own yet/)).toBeTruthy();
    expect(names()[0]).toBe('1Is it urgent?');
  });

  test('has room for 30, and says so', async () => {
    const own = Array.from({ length: 30 }, (_, at) => ({ id: `t${at}`, name: `T${at}`, text: 'T?', language: 'en' }));
    const { user } = await renderTemplates({ own, hidden: [] });
    const sentence = 'There is room for 30 templates of your own. Delete one first.';
    expect(button('New template').title).toBe(sentence);
    expect(button('Copy Lunch as a template of your own').title).toBe(sentence);
    await user.click(button('New template'));
    expect(screen.queryByRole('form')).toBeNull();
  });

  test('says why templates cannot be read, and why one is not kept', async () => {
    const refuse = () => fail({ code: 'databaseUnavailable' } as const);
    const { user, server } = await renderTemplates(exampleTemplates, { templates: refuse });
    expect(screen.getByRole('alert').textContent).toMatch(/could not be read: The database does not answer/);
    Object.assign(server.handlers, keepTemplates(exampleTemplates), { changeTemplate: refuse });
    await user.click(button('Try again'));
    await user.click(row('Call back soon'));
    await user.type(screen.getByLabelText('Name'), '!');
    await user.click(button('Save template'));
    expect(form('Call back soon!').getByRole('alert').textContent).toMatch(/database does not answer/);
    expect(within(list()).getByText('Not saved')).toBeTruthy();
  });
});

/** By its handle, over another row at that height, in pixels. */
function drag(from: HTMLElement, over: HTMLElement, clientY: number): void {
  const handle = from.querySelector('.template-grip');
  if (handle === null) throw new Error('the row has no handle');
  const dataTransfer = { setData: () => undefined, setDragImage: () => undefined };
  fireEvent.dragStart(handle, { dataTransfer });
  for (const type of ['dragOver', 'drop'] as const) {
    const event = createEvent[type](over, { dataTransfer });
    // jsdom’s drag events have no place.
    Object.defineProperty(event, 'clientY', { value: clientY });
    fireEvent(over, event);
  }
  fireEvent.dragEnd(handle, { dataTransfer });
}
