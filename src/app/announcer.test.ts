import { expect, test } from 'vitest';
import { FakeClock } from '../drivers/fake/fake-clock.ts';
import { createAnnouncer } from './announcer.ts';

function open() {
  const clock = new FakeClock();
  const announcer = createAnnouncer(clock);
  return { clock, announcer, spoken: () => announcer.store.getState() };
}

test('what is said within half a second is said in one go, each in its own tone', () => {
  const { clock, announcer, spoken } = open();
  announcer.say({ urgency: 'assertive', text: 'Ringing.' });
  clock.advance(300);
  announcer.say({ urgency: 'polite', text: 'Muted.' });
  announcer.say({ urgency: 'assertive', text: 'Another call.' });
  expect(spoken()).toEqual({ assertive: '', polite: '' });
  clock.advance(200);
  expect(spoken()).toEqual({ assertive: 'Ringing. Another call.', polite: 'Muted.' });
});

test('the same sentence can be said again', () => {
  const { clock, announcer, spoken } = open();
  announcer.say({ urgency: 'polite', text: 'Muted.' });
  clock.advance(5000);
  expect(spoken().polite).toBe('');
  announcer.say({ urgency: 'polite', text: 'Muted.' });
  clock.advance(500);
  expect(spoken().polite).toBe('Muted.');
});
