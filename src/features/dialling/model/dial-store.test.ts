import { describe, expect, test } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { loadReadNumber } from '../../../lib/load-read-number.ts';
import { fakeStorage } from '../../../testing/fake-media.ts';
import { settled } from '../../../testing/settled.ts';
import { snapshotOf } from '../../../testing/stream.ts';
import { createDialStore } from './dial-store.ts';
import { keepNumbers } from './kept-numbers.ts';

async function open({ country = 'US', storage = fakeStorage(), isLoaded = true, isPlaced = true } = {}) {
  const server = new FakeServer({ dialling: () => ok({ possible: true, country }) });
  const called: string[] = [];
  const dial = createDialStore({
    server,
    numbers: keepNumbers({ storage, userId: 'mira' }),
    loadReadNumber,
    placeCall: async (number) => {
      called.push(number);
      return isPlaced;
    },
  });
  dial.accept(snapshotOf([], 0));
  await settled();
  if (isLoaded) await dial.load();
  return { dial, server, storage, called, now: () => dial.store.getState() };
}

describe('the field', () => {
  test('calls what is in it, in E.164, and is empty then', async () => {
    const { dial, called, now } = await open();
    dial.write('(650) 555-0188');
    expect(now().reading).toMatchObject({ kind: 'number', shown: '+1 650 555 0188' });
    await dial.call();
    expect(called).toEqual(['+16505550188']);
    expect(now()).toMatchObject({ text: '', reading: null });
  });

  test('keeps what could not be called', async () => {
    const { dial, now } = await open({ isPlaced: false });
    dial.write('6505550188');
    await dial.call();
    expect(now().text).toBe('6505550188');
  });

  test('reads numbers as they are written in the country of the reception', async () => {
    const { dial, now } = await open({ country: 'GB' });
    dial.write('020 7946 0301');
    expect(now().reading).toMatchObject({ number: '+442079460301' });
  });

  test('calls nobody where it is no number, and says that it did not', async () => {
    const { dial, called, now } = await open();
    dial.write('650555');
    await dial.call();
    expect(now()).toMatchObject({ isRefused: true, text: '650555' });
    dial.write('6505551');
    expect(now().isRefused).toBe(false);
    dial.write('Luka');
    await dial.call();
    expect(now()).toMatchObject({ reading: null, isRefused: false });
    expect(called).toEqual([]);
  });

  test('takes numbers as they are until the numbering plans are here, and knows better then', async () => {
    const { dial, now } = await open({ isLoaded: false });
    dial.write('650 555');
    expect(now().reading).toMatchObject({ kind: 'number', number: '650 555' });
    await dial.load();
    expect(now().reading).toMatchObject({ kind: 'fault', fault: 'tooShort' });
  });

  test('asks a server again that was started anew', async () => {
    const { dial, server } = await open();
    expect(dial.place.getState().known).toEqual({ possible: true, country: 'US' });
    server.handlers.dialling = () => ok({ possible: false, country: 'DE' });
    dial.accept(snapshotOf([], 0));
    await settled();
    expect(dial.place.getState().known).toEqual({ possible: false, country: 'DE' });
  });
});

describe('the numbers called last', () => {
  test('come back one after the other, and go again', async () => {
    const { dial, now } = await open();
    for (const number of ['6505550101', '+442079460301', '6505550101']) dial.remember(number);
    expect(now().recent).toEqual(['+16505550101', '+442079460301']);
    expect([dial.recall(1), now().text]).toEqual([true, '+16505550101']);
    expect([dial.recall(1), now().text]).toEqual([true, '+442079460301']);
    expect([dial.recall(1), now().text]).toEqual([true, '+442079460301']);
    expect([dial.recall(-1), now().text]).toEqual([true, '+16505550101']);
    expect([dial.recall(-1), now().text]).toEqual([true, '']);
    expect(dial.recall(-1)).toBe(false);
  });

  test('leave alone what somebody writes', async () => {
    const { dial, now } = await open();
    expect(dial.recall(1)).toBe(false);
    dial.remember('6505550101');
    dial.write('Luka');
    expect([dial.recall(1), now().text]).toEqual([false, 'Luka']);
  });

  test('outlive the page, are those of one person, and are ten at most', async () => {
    const { dial, storage } = await open();
    for (let last = 10; last < 25; last += 1) dial.remember(`65055501${last}`);
    dial.remember('no number');
    const again = await open({ storage });
    expect(again.now().recent).toHaveLength(10);
    expect(again.now().recent[0]).toBe('+16505550124');
    expect(keepNumbers({ storage, userId: 'ana' }).read()).toEqual([]);
  });

  test('what another window called is there as well, and what is no list is none', async () => {
    const { dial, storage, now } = await open();
    keepNumbers({ storage, userId: 'mira' }).add('+16505550101');
    expect([dial.recall(1), now().text]).toEqual([true, '+16505550101']);
    storage.setItem('frontdesk-dialled-mira', '["<script>"]');
    expect(keepNumbers({ storage, userId: 'mira' }).read()).toEqual([]);
  });
});
