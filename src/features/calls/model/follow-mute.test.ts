import { expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { FakeClock } from '../../../drivers/fake/fake-clock.ts';
import { FakePhoneLine } from '../../../drivers/fake/fake-phone-line.ts';
import { FakeServer } from '../../../drivers/fake/fake-server.ts';
import { people, tell } from '../../../drivers/fake/story.ts';
import { settled } from '../../../testing/settled.ts';
import { frameOf, snapshotOf } from '../../../testing/stream.ts';
import { createCallStore } from './call-store.ts';
import { createFollowMute } from './follow-mute.ts';

const { mira } = people;
const story = [
  { type: 'offered', to: mira, after: 1 },
  { type: 'answered', by: mira, after: 2 },
] as const;
const talking = tell({ id: 'on', at: 0 }, ...story);
const rejoined = tell(
  { id: 'on', at: 0 },
  ...story,
  { type: 'legLost', after: 20 },
  { type: 'rejoined', by: mira, after: 30 },
);
const [lost, back] = [{ type: 'legLost', at: 20 } as const, { type: 'rejoined', by: mira, at: 30 } as const];

/** The window that has the telephone, in the middle of a call; without `hasPhone`, another window of the same desk. */
function open({ hasPhone = true } = {}) {
  const phone = new FakePhoneLine();
  const server = new FakeServer({ mute: () => ok(null), unmute: () => ok(null) });
  const clock = new FakeClock();
  const calls = createCallStore({ clock, desk: mira, refresh: () => undefined });
  calls.accept(snapshotOf([talking], clock.now()));
  if (hasPhone) phone.ring('on');
  const changed: string[] = [];
  const mutes = createFollowMute({ phone, server, clock, calls, desk: mira, changed: (id) => changed.push(id) });
  const happen = (event: Parameters<typeof frameOf>[1]) => calls.accept(frameOf('on', event));
  return { phone, server, clock, calls, mutes, changed, happen, names: () => server.asked.map(({ name }) => name) };
}

test('a mute the server could not be told of is told until it knows, as it is by then', async () => {
  const { server, clock, mutes, names } = open();
  server.handlers.mute = () => fail({ code: 'unreachable' });
  server.handlers.unmute = () => fail({ code: 'unreachable' });
  mutes.mute('on', true);
  mutes.mute('on', false);
  mutes.mute('on', true);
  await settled();
  server.handlers.mute = () => ok(null);
  clock.advance(2000);
  await settled();
  clock.advance(60_000);
  await settled();
  expect(names()).toEqual(['mute', 'mute']);
});

test('what was pressed while the server was being told is told next', async () => {
  const { mutes, names } = open();
  mutes.mute('on', true);
  mutes.mute('on', false);
  await settled();
  expect(names()).toEqual(['mute', 'unmute']);
});

test('a press while the server cannot be reached tries at once, and only the last one is told', async () => {
  const { server, clock, mutes, names } = open();
  server.handlers.mute = () => fail({ code: 'unreachable' });
  mutes.mute('on', true);
  await settled();
  mutes.mute('on', false);
  await settled();
  clock.advance(60_000);
  await settled();
  expect(names()).toEqual(['mute', 'unmute']);
});

test('what another window wishes after a press here has reached the server is obeyed', async () => {
  const { phone, mutes, happen, names } = open();
  mutes.mute('on', true);
  await settled();
  happen({ type: 'muted', at: 10 });
  happen({ type: 'unmuted', at: 11 });
  expect([phone.mutedOf('on'), names()]).toEqual([false, ['mute']]);
});

test('so it is when both come before the server’s answer to this one', async () => {
  const { phone, changed, mutes, happen, names } = open();
  mutes.mute('on', true);
  happen({ type: 'muted', at: 10 });
  happen({ type: 'unmuted', at: 11 });
  expect(phone.mutedOf('on')).toBe(true);
  await settled();
  expect([phone.mutedOf('on'), names(), changed]).toEqual([false, ['mute'], ['on']]);
});

test('what was wished before a press here is not obeyed, though it comes after it', async () => {
  const { phone, server, clock, mutes, happen } = open();
  server.handlers.unmute = () => fail({ code: 'unreachable' });
  mutes.mute('on', true);
  await settled();
  mutes.mute('on', false);
  happen({ type: 'muted', at: 10 });
  await settled();
  expect(phone.mutedOf('on')).toBe(false);
  server.handlers.unmute = () => ok(null);
  clock.advance(2000);
  await settled();
  happen({ type: 'unmuted', at: 20 });
  happen({ type: 'muted', at: 21 });
  expect(phone.mutedOf('on')).toBe(true);
});

test('is not told any more once the line is gone', async () => {
  const { phone, server, clock, mutes, names } = open();
  server.handlers.mute = () => fail({ code: 'unreachable' });
  mutes.mute('on', true);
  await settled();
  phone.forget('on');
  clock.advance(60_000);
  await settled();
  expect(names()).toEqual(['mute']);
});

test('whoever was muted when they were cut off comes back muted, and everybody is told', async () => {
  const { phone, mutes, happen, names } = open();
  mutes.mute('on', true);
  happen({ type: 'muted', at: 10 });
  await settled();
  happen(lost);
  expect(phone.mutedOf('on')).toBe(true);
  phone.ring('on');
  expect(phone.mutedOf('on')).toBe(true);
  happen(back);
  await settled();
  expect([phone.mutedOf('on'), names()]).toEqual([true, ['mute', 'mute']]);
});

test('so do they when the page learns of it all at once, after the new leg', async () => {
  const { phone, calls, mutes, happen, names } = open();
  mutes.mute('on', true);
  happen({ type: 'muted', at: 10 });
  await settled();
  phone.ring('on');
  calls.accept(snapshotOf([rejoined], 40));
  await settled();
  expect([phone.mutedOf('on'), names()]).toEqual([true, ['mute', 'mute']]);
});

test('a new leg of a call that had none here, or was not muted, is heard; the screen looks again', () => {
  const { phone, mutes, changed, happen } = open();
  mutes.mute('on', true);
  mutes.mute('on', false);
  happen(lost);
  changed.length = 0;
  phone.ring('on');
  phone.ring('another');
  phone.events.emit({ type: 'connected', callId: 'on' });
  expect([phone.mutedOf('on'), phone.mutedOf('another')]).toEqual([false, false]);
  expect(changed).toEqual(['on', 'another', 'on']);
});

test('a window without the telephone says nothing of itself', async () => {
  const { mutes, happen, names } = open({ hasPhone: false });
  expect(mutes.mute('on', true)).toEqual({ ok: false, error: 'noSuchLine' });
  happen({ type: 'muted', at: 10 });
  happen({ type: 'heldByUs', at: 11 });
  happen({ type: 'resumed', at: 12 });
  await settled();
  expect(names()).toEqual([]);
});
