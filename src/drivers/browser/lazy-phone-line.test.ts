import { expect, test } from 'vitest';
import { settled } from '../../testing/settled.ts';
import { FakeClock } from '../fake/fake-clock.ts';
import { FakePhoneLine } from '../fake/fake-phone-line.ts';
import { LazyPhoneLine } from './lazy-phone-line.ts';

const account = { sipUri: 'sip:mira@desk.invalid' };

test('is fetched when it is first connected, and then is the telephone it fetched', async () => {
  const phone = new FakePhoneLine();
  let loads = 0;
  const line = new LazyPhoneLine(async () => {
    loads += 1;
    return phone;
  }, new FakeClock());
  const states: string[] = [];
  line.subscribe((event) => event.type === 'stateChanged' && states.push(event.state.state));
  expect(line.state().state).toBe('offline');
  expect(await line.answer('a')).toEqual({ ok: false, error: 'phoneOffline' });
  line.connect(account);
  line.connect(account);
  await settled();
  expect([loads, phone.account, states.at(-1)]).toEqual([1, account, 'registered']);
  await line.answer('a');
  line.mute('a', true);
  expect([phone.answered, line.mutedOf('a')]).toEqual([['a'], true]);
});

test('what cannot be fetched is fetched again', async () => {
  const clock = new FakeClock();
  const phone = new FakePhoneLine();
  let failures = 1;
  const line = new LazyPhoneLine(
    () => (failures-- > 0 ? Promise.reject(new TypeError('offline')) : Promise.resolve(phone)),
    clock,
  );
  line.connect(account);
  await settled();
  expect(phone.account).toBeNull();
  clock.advance(2000);
  await settled();
  expect(phone.account).toEqual(account);
});

test('after it is closed the next person gets another', async () => {
  const phones = [new FakePhoneLine(), new FakePhoneLine()];
  const left = [...phones];
  const line = new LazyPhoneLine(async () => left.shift() ?? new FakePhoneLine(), new FakeClock());
  line.connect(account);
  await line.close();
  expect(phones[0]?.isClosed).toBe(true);
  line.connect({ sipUri: 'sip:ana@desk.invalid' });
  await settled();
  expect(phones[1]?.account).toEqual({ sipUri: 'sip:ana@desk.invalid' });
});
