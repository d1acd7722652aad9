import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { eventsOf, people } from '../../../drivers/fake/story.ts';
import { frameOf, snapshotOf } from '../../../testing/stream.ts';
import { createCallStore } from './call-store.ts';
import { createPlacingStore } from './placing-store.ts';

const { mira } = people;
const wanted = { number: '+16505550184', from: 'field' };

function open() {
  const server = new FakeServer({ placeCall: () => ok({ id: 'placed' }) });
  const clock = new FakeClock();
  const calls = createCallStore({ clock, desk: mira, refresh: () => undefined });
  calls.accept(snapshotOf([], clock.now()));
  const placing = createPlacingStore({ server, clock, calls });
  const told: string[] = [];
  placing.subscribePlaced(({ callId }) => told.push(callId));
  const tellOf = (id: string): void => {
    const [placed] = eventsOf({ id, at: clock.now(), placedBy: mira, caller: { number: wanted.number } }, []);
    if (placed !== undefined) calls.accept(frameOf(id, placed));
  };
  return { server, clock, placing, told, tellOf, now: () => placing.store.getState() };
}

describe('placing a call', () => {
  test('asks once however often it is pressed, and is under way until the call is on the screen', async () => {
    const { placing, server, tellOf, told, now } = open();
    const [first, second] = await Promise.all([placing.place(wanted), placing.place(wanted)]);
    expect([first, second]).toEqual([true, false]);
    expect(server.asked).toEqual([{ name: 'placeCall', request: { body: { number: wanted.number } } }]);
    expect(now()).toMatchObject({ pending: 'field', placedId: null });
    expect(await placing.place(wanted)).toBe(false);
    tellOf('another');
    expect(now().pending).toBe('field');
    tellOf('placed');
    expect(now()).toEqual({ pending: null, failure: null, placedId: 'placed' });
    expect(told).toEqual(['placed']);
  });

  test('the stream may tell of it before the answer comes, and the call be over by then', async () => {
    const { placing, server, tellOf, now } = open();
    server.handlers.placeCall = async () => {
      tellOf('placed');
      return ok({ id: 'placed' });
    };
    await placing.place(wanted);
    expect(now()).toMatchObject({ pending: null, placedId: 'placed' });
  });

  test('a stream that does not tell holds up nobody for ever', async () => {
    const { placing, clock, now } = open();
    await placing.place(wanted);
    clock.advance(5000);
    expect(now().pending).toBeNull();
  });

  test('says why not, where it was asked for, until the next try or until it is forgiven', async () => {
    const { placing, server, now, told } = open();
    server.handlers.placeCall = () => fail({ code: 'numberNotAllowed' });
    expect(await placing.place(wanted)).toBe(false);
    expect(now().failure).toMatchObject({ wanted, sentence: expect.stringContaining('not allowed from here') });
    placing.forgive();
    expect(now().failure).toBeNull();
    expect(told).toEqual([]);
  });

  test('says which colleague was first', async () => {
    const { placing, server, now } = open();
    server.handlers.placeCall = () => fail({ code: 'alreadyOwned', by: 'Ana Lindqvist' });
    await placing.place(wanted);
    expect(now().failure?.sentence).toBe('Ana Lindqvist was first and calls back.');
  });

  test('remembers what a call was placed for', async () => {
    const { placing, server } = open();
    await placing.place({ ...wanted, replyId: 'r1' });
    expect(server.asked[0]?.request).toEqual({ body: { number: wanted.number, replyId: 'r1' } });
    expect(placing.wantedOf('placed')).toMatchObject({ replyId: 'r1' });
    expect(placing.wantedOf('somebody-else’s')).toBeNull();
  });
});
