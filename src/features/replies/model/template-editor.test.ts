import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { FakeSpeaker } from '../../../drivers/fake/fake-speaker.ts';
import { exampleOffer, exampleTemplates, keepTemplates } from '../../../drivers/fake/fake-templates.ts';
import { settled } from '../../../testing/settled.ts';
import { newKey, TemplateEditor } from './template-editor.ts';
import { languagesOf, movedOrder, rowsOf } from './template-rows.ts';
import { createTemplatesStore } from './templates-store.ts';

async function openEditor(given = exampleTemplates) {
  const server = new FakeServer({ ...keepTemplates(given), replyOffer: () => ok(exampleOffer) });
  const speaker = new FakeSpeaker();
  const templates = createTemplatesStore(server);
  const editor = new TemplateEditor({ server, speaker, templates });
  await editor.open();
  const names = () =>
    rowsOf(templates.store.getState(), editor.store.getState().language).map(({ template }) => template.name);
  return { editor, server, speaker, templates, names, now: () => editor.store.getState() };
}

const refuse = () => fail({ code: 'databaseUnavailable' } as const);

describe('the list of templates', () => {
  test('has one’s own first, then the house’s with what is hidden last; five have a digit', async () => {
    const { templates, names } = await openEditor();
    expect(names()).toEqual([
      'Call back soon',
      'Wrong department',
      'Delivery question',
      'Is it urgent?',
      'In a meeting',
      'Lunch',
      'Tomorrow',
    ]);
    const rows = rowsOf(templates.store.getState(), 'en');
    expect(rows.map(({ digit }) => digit)).toEqual([1, 2, 3, 4, 5, null, null]);
  });

  test('names also the languages of one’s own that nobody speaks any more', () => {
    const own = [{ id: 'a', name: 'Gleich', text: 'Gleich?', language: 'de' }];
    const known = { offer: exampleOffer, own, hidden: [], failure: null };
    expect(languagesOf(known)).toMatchObject([
      { code: 'en', name: 'English' },
      { code: 'de', name: 'Deutsch' },
    ]);
  });

  test('moves one among those of its language, and leaves the others where they are', () => {
    const own = ['a', 'B', 'c', 'D', 'e'].map((id) => ({
      id,
      name: id,
      text: id,
      language: id === id.toUpperCase() ? 'de' : 'en',
    }));
    expect(movedOrder(own, 'a', 2)).toEqual(['c', 'B', 'e', 'D', 'a']);
    expect(movedOrder(own, 'e', 0)).toEqual(['e', 'B', 'a', 'D', 'c']);
    expect(movedOrder(own, 'D', -3)).toEqual(['a', 'D', 'c', 'B', 'e']);
    expect(movedOrder(own, 'D', 9)).toEqual(['a', 'B', 'c', 'D', 'e']);
    expect(movedOrder(own, 'x', 0)).toEqual(['a', 'B', 'c', 'D', 'e']);
  });
});

describe('writing a template', () => {
  test('a new one is saved last and chosen, in the language of the list', async () => {
    const { editor, names, now } = await openEditor({ own: [], hidden: [] });
    editor.startNew();
    editor.write({ name: 'Back soon', text: 'Back in a minute?' });
    await editor.save();
    expect(names()[0]).toBe('Back soon');
    expect(now()).toMatchObject({ selected: 'added-1', drafts: {}, said: '“Back soon” is saved.' });
    expect(editor.fields()).toEqual({ name: 'Back soon', text: 'Back in a minute?', language: 'en' });
  });

  test('what is missing or too long is said, and nothing is sent', async () => {
    const { editor, server, now } = await openEditor();
    editor.startNew();
    editor.write({ name: ' ', text: 'x'.repeat(301) });
    await editor.save();
    expect(now().faults).toEqual({ name: 'Give the template a name.', text: 'Write at most 300 characters.' });
    editor.write({ name: 'n'.repeat(41), text: '' });
    expect(now().faults).toEqual({});
    await editor.save();
    expect(now().faults).toEqual({
      name: 'Write at most 40 characters.',
      text: 'Write what the caller is to hear.',
    });
    expect(server.commanded).toEqual([]);
  });

  test('what is written stays while others are looked at, and can be undone', async () => {
    const { editor, now } = await openEditor();
    editor.select('own-1');
    editor.write({ text: 'Other words?' });
    editor.select('own-2');
    editor.select('own-1');
    expect(editor.fields()?.text).toBe('Other words?');
    editor.undoChanges();
    expect(editor.fields()?.text).toBe('May I call you back in 10 minutes?');
    editor.write({ name: 'x' });
    editor.write({ name: 'Call back soon' });
    expect(now().drafts).toEqual({});
    editor.startNew();
    editor.write({ name: 'Half' });
    editor.select(null);
    editor.startNew();
    expect(editor.fields()?.name).toBe('Half');
    editor.undoChanges();
    expect(now()).toMatchObject({ selected: null, drafts: {} });
  });

  test('what is not kept says why, and stays written', async () => {
    const { editor, server, now } = await openEditor();
    server.handlers.changeTemplate = refuse;
    editor.select('own-1');
    editor.write({ text: 'Other words?' });
    await editor.save();
    expect(now()).toMatchObject({ isBusy: false, drafts: { 'own-1': { text: 'Other words?' } } });
    expect(now().failure).toMatch(/database does not answer/);
  });

  test('what is written while it is being saved is not lost', async () => {
    const { editor, now } = await openEditor();
    editor.startNew();
    editor.write({ name: 'One', text: 'One?' });
    const saving = editor.save();
    editor.write({ text: 'One, or two?' });
    await saving;
    expect(now()).toMatchObject({ selected: 'added-1', drafts: { 'added-1': { text: 'One, or two?' } } });
    expect(Object.keys(now().drafts)).not.toContain(newKey);
  });

  test('a copy of the house’s is a new one of one’s own', async () => {
    const { editor, names } = await openEditor();
    editor.startNew({ name: 'Lunch', text: 'We are at lunch?', language: 'en' });
    await editor.save();
    expect(names()[3]).toBe('Lunch');
  });
});

describe('ordering and putting away', () => {
  test('what is moved is there at once, said, and has the focus', async () => {
    const { editor, names, now } = await openEditor();
    const moving = editor.move('own-1', 2, 'down:own-1');
    expect(names().slice(0, 3)).toEqual(['Wrong department', 'Delivery question', 'Call back soon']);
    expect(now().focus).toEqual({ to: 'down:own-1' });
    await moving;
    expect(now().said).toBe('“Call back soon” is now 3 of 3.');
  });

  test('moves that follow each other fast all count, and the last order is the one that is kept', async () => {
    const { editor, server, templates, names } = await openEditor();
    const moves = [editor.move('own-1', 1), editor.move('own-1', 2), editor.move('own-3', 0)];
    expect(names().slice(0, 3)).toEqual(['Delivery question', 'Wrong department', 'Call back soon']);
    await Promise.all(moves);
    expect(server.commanded.at(-1)).toEqual({
      name: 'orderTemplates',
      request: { body: { ids: ['own-3', 'own-2', 'own-1'] } },
    });
    await templates.load();
    expect(names().slice(0, 3)).toEqual(['Delivery question', 'Wrong department', 'Call back soon']);
  });

  test('what cannot be moved is where it was, with the reason', async () => {
    const { editor, server, names, now } = await openEditor();
    server.handlers.orderTemplates = refuse;
    await editor.move('own-1', 2);
    expect(names()[0]).toBe('Call back soon');
    expect(now().failure).toMatch(/database does not answer/);
    await editor.move('own-1', 0);
    expect(server.commanded).toHaveLength(1);
  });

  test('what is deleted can be had back in its place', async () => {
    const { editor, names, now } = await openEditor();
    editor.select('own-2');
    editor.write({ name: 'Half' });
    await editor.remove();
    expect(names().slice(0, 2)).toEqual(['Call back soon', 'Delivery question']);
    expect(now()).toMatchObject({ selected: null, drafts: {}, focus: { to: 'undo' } });
    await editor.undoRemove();
    expect(names().slice(0, 3)).toEqual(['Call back soon', 'Wrong department', 'Delivery question']);
    expect(now()).toMatchObject({ removed: null, selected: 'added-1', said: '“Wrong department” is back.' });
  });

  test('what another window has deleted is deleted; what cannot be had back stays to be', async () => {
    const { editor, server, names, now } = await openEditor();
    server.handlers.removeTemplate = () => fail({ code: 'noSuchTemplate' });
    editor.select('own-2');
    await editor.remove();
    expect(names()).not.toContain('Wrong department');
    server.handlers.addTemplate = () => fail({ code: 'tooManyTemplates' });
    await editor.undoRemove();
    expect(now().removed?.template.name).toBe('Wrong department');
    expect(now().failure).toMatch(/You have 30 templates/);
    editor.forgetRemoved();
    expect(now().removed).toBeNull();
  });

  test('what is the house’s is hidden and shown again', async () => {
    const { editor, names, now } = await openEditor();
    await editor.hide({ language: 'en', id: 'isItUrgent' }, 'Is it urgent?', true);
    expect(names().slice(-2)).toEqual(['Is it urgent?', 'Tomorrow']);
    expect(now()).toMatchObject({ said: '“Is it urgent?” is hidden.', focus: { to: 'row:en/isItUrgent' } });
    await editor.hide({ language: 'en', id: 'isItUrgent' }, 'Is it urgent?', false);
    expect(names()[3]).toBe('Is it urgent?');
  });
});

describe('listening to a template', () => {
  test('plays what is written, and stops when something else is done', async () => {
    const { editor, server, speaker, now } = await openEditor();
    server.handlers.previewSpeech = () => ok(new Uint8Array([1]));
    editor.select('own-1');
    void editor.listen({ name: '', text: 'Hear me?', language: 'en' });
    await settled();
    expect(server.commanded.at(-1)).toEqual({
      name: 'previewSpeech',
      request: { body: { text: 'Hear me?', language: 'en' } },
    });
    expect(now().listening).toBe('playing');
    editor.select('own-2');
    expect([speaker.playing, now().listening]).toEqual([null, 'silent']);
  });

  test('that cannot be says why', async () => {
    const { editor, server, now } = await openEditor();
    server.handlers.previewSpeech = () => fail({ code: 'unknownLanguage' });
    await editor.listen({ name: '', text: 'Hear me?', language: 'tlh' });
    expect(now()).toMatchObject({ listening: 'silent', failure: 'Nobody here speaks this language to callers.' });
  });
});

test('templates that cannot be read say so, and are there as soon as they can be', async () => {
  const server = new FakeServer({ replyOffer: () => ok(exampleOffer), templates: refuse });
  const templates = createTemplatesStore(server);
  const editor = new TemplateEditor({ server, speaker: new FakeSpeaker(), templates });
  await editor.open();
  expect(templates.store.getState()).toMatchObject({ own: null, failure: expect.stringMatching(/database/) });
  Object.assign(server.handlers, keepTemplates(exampleTemplates));
  await editor.open();
  expect(templates.store.getState()).toMatchObject({ failure: null, own: [{ id: 'own-1' }, {}, {}] });
  expect(editor.store.getState().language).toBe('en');
});
