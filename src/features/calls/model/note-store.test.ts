import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { settled } from '../../../testing/settled.ts';
import { createKeypadStore } from './keypad-store.ts';
import { NoteStore } from './note-store.ts';

function open() {
  const server = new FakeServer({ note: () => ok(null) });
  const clock = new FakeClock();
  const notes = new NoteStore({ server, clock });
  return { server, clock, notes, draft: () => notes.store.getState()['a'] };
}

describe('a note', () => {
  test('is saved once its writer pauses, and says so', async () => {
    const { server, clock, notes, draft } = open();
    notes.focus('a', '');
    notes.edit('a', 'As');
    clock.advance(500);
    notes.edit('a', 'Asks');
    clock.advance(799);
    expect(server.asked).toEqual([]);
    clock.advance(1);
    expect(draft()?.state).toBe('saving');
    await settled();
    expect(server.asked).toEqual([{ name: 'note', request: { params: { id: 'a' }, body: { note: 'Asks' } } }]);
    expect(draft()?.state).toBe('saved');
  });

  test('what another window wrote while the cursor stood here is shown once it has left', async () => {
    const { notes, draft } = open();
    notes.focus('a', 'old');
    notes.noted('a', 'new');
    expect(draft()?.text).toBe('old');
    notes.blur('a');
    expect(draft()?.text).toBe('new');
    notes.focus('a', 'new');
    notes.noted('a', 'newer');
    notes.edit('a', 'mine');
    notes.blur('a');
    await settled();
    expect(draft()).toEqual({ text: 'mine', state: 'saved', failure: null });
  });

  test('is saved at once when it is left, and only if it was changed', async () => {
    const { server, notes } = open();
    notes.focus('a', 'old');
    notes.blur('a');
    expect(server.asked).toEqual([]);
    notes.edit('a', 'new');
    notes.blur('a');
    await settled();
    expect(server.asked).toHaveLength(1);
  });

  test('that cannot be saved is kept, says why, and is tried again', async () => {
    const { server, clock, notes, draft } = open();
    server.handlers.note = () => fail({ code: 'unreachable' });
    notes.edit('a', 'Asks');
    notes.blur('a');
    await settled();
    expect(draft()).toMatchObject({ text: 'Asks', state: 'failed', failure: expect.stringContaining('server') });
    server.handlers.note = () => ok(null);
    clock.advance(3000);
    await settled();
    expect(draft()?.state).toBe('saved');
  });

  test('of a colleague is shown, unless somebody writes here', () => {
    const { notes, draft } = open();
    notes.focus('a', 'ours');
    notes.noted('a', 'theirs');
    expect(draft()?.text).toBe('ours');
    notes.blur('a');
    notes.noted('a', 'theirs');
    expect(draft()?.text).toBe('theirs');
  });
});

describe('a note, when the call has ended', () => {
  const written = ({ server }: ReturnType<typeof open>) => server.asked.map(({ request }) => request);
  const noted = (note: string) => ({ params: { id: 'a' }, body: { note } });

  test('is saved at once, and forgotten when it is and nobody is at it', async () => {
    const desk = open();
    desk.notes.focus('a', '');
    desk.notes.edit('a', 'Asks');
    desk.notes.end('a');
    await settled();
    expect(written(desk)).toEqual([noted('Asks')]);
    expect(desk.draft()?.state).toBe('saved');
    desk.notes.edit('a', 'Asks for Ingrid');
    desk.notes.blur('a');
    await settled();
    expect(written(desk)).toEqual([noted('Asks'), noted('Asks for Ingrid')]);
    expect(desk.draft()).toBeUndefined();
  });

  test('is saved with what was written during the save before', async () => {
    const desk = open();
    let answer = (): void => undefined;
    desk.server.handlers.note = () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(null));
      });
    desk.notes.edit('a', 'Asks');
    desk.notes.flush('a');
    desk.notes.edit('a', 'Asks for Ingrid');
    desk.notes.end('a');
    expect(written(desk)).toEqual([noted('Asks')]);
    answer();
    await settled();
    expect(written(desk)).toEqual([noted('Asks'), noted('Asks for Ingrid')]);
    expect(desk.draft()?.state).toBe('saving');
    answer();
    await settled();
    expect(desk.draft()).toBeUndefined();
  });

  test('that cannot be saved is tried again, and kept until it is', async () => {
    const desk = open();
    desk.server.handlers.note = () => fail({ code: 'databaseUnavailable' });
    desk.notes.edit('a', 'Asks');
    desk.notes.end('a');
    await settled();
    expect(desk.draft()?.state).toBe('failed');
    desk.server.handlers.note = () => ok(null);
    desk.clock.advance(3000);
    await settled();
    expect(desk.draft()).toBeUndefined();
  });

  test('that was not touched is forgotten, once it is left', () => {
    const { server, notes, draft } = open();
    notes.focus('a', 'old');
    notes.end('a');
    expect(draft()?.text).toBe('old');
    notes.blur('a');
    expect(draft()).toBeUndefined();
    expect(server.asked).toEqual([]);
  });
});

describe('the cursor in a note', () => {
  const caret = { start: 2, end: 4 };

  test('goes over to the card that comes in the place of the one before', async () => {
    const { notes, server } = open();
    notes.focus('a', '');
    notes.edit('a', 'Asks');
    notes.gone('a', caret);
    expect(notes.takeCaret('a')).toEqual(caret);
    await settled();
    expect(server.asked).toEqual([]);
  });

  test('that goes with its card leaves the note, which is saved', async () => {
    const { notes, draft } = open();
    notes.focus('a', '');
    notes.edit('a', 'Asks');
    notes.gone('a', caret);
    await settled();
    expect(notes.takeCaret('a')).toBeUndefined();
    expect(draft()?.state).toBe('saved');
  });
});

test('the keypad shows only what was sent', () => {
  const phone = new FakePhoneLine();
  const keypad = createKeypadStore(phone);
  keypad.toggle('a');
  keypad.press('a', '4');
  phone.sendDigits = () => fail('noSuchLine');
  keypad.press('a', '2');
  expect(keypad.store.getState()['a']).toMatchObject({ isOpen: true, sent: '4', failure: expect.any(String) });
});
