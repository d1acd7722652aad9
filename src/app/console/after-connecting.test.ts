import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { FakeClock } from '../../drivers/fake/fake-clock.ts';
import type { Connection } from '../../features/desk/model/connection.ts';
import type { DeskState } from '../../features/desk/model/desk-store.ts';
import { afterConnecting } from './after-connecting.ts';

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

function wait(connection: Connection) {
  const store = createStore<DeskState>(() => ({
    connection,
    holder: 'here',
    microphone: { state: 'closed' },
    soundBlocked: false,
    silentSince: null,
    nextTryAt: null,
  }));
  const clock = new FakeClock();
  let times = 0;
  const callOff = afterConnecting({ store }, clock, () => (times += 1));
  return { store, clock, callOff, times: () => times };
}

test.each([{ kind: 'connected' }, { kind: 'phoneSystemDown' }] as const)(
  'a desk that is $kind goes on when it has been drawn',
  async (connection) => {
    const { clock, times } = wait(connection);
    expect(times()).toBe(0);
    await painted();
    clock.advance(5000);
    expect(times()).toBe(1);
  },
);

test('one that still connects is waited for', async () => {
  const { store, times } = wait({ kind: 'connecting' });
  await painted();
  expect(times()).toBe(0);
  store.setState({ connection: { kind: 'connected' } });
  await painted();
  expect(times()).toBe(1);
});

test('but not for longer than a second, drawn or not', () => {
  const { clock, times } = wait({ kind: 'connecting' });
  clock.advance(999);
  expect(times()).toBe(0);
  clock.advance(1);
  expect(times()).toBe(1);
});

test('what is called off does not happen', async () => {
  const { clock, callOff, times } = wait({ kind: 'connected' });
  callOff();
  await painted();
  clock.advance(5000);
  expect(times()).toBe(0);
});
