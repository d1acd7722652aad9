import { expect, test } from 'vitest';
import { FakeClock } from '../fake/fake-clock.ts';
import { mendMedia } from './mend-media.ts';

function watch(state: RTCPeerConnectionState, offer: () => Promise<void> = async () => undefined) {
  const clock = new FakeClock();
  const peer = { connectionState: state };
  let offers = 0;
  const stop = mendMedia(peer, clock, () => {
    offers += 1;
    return offer();
  });
  return { clock, peer, stop, offers: () => offers };
}

test('audio that has come about within two seconds is left alone', () => {
  const { clock, peer, offers } = watch('connecting');
  clock.advance(1900);
  peer.connectionState = 'connected';
  clock.advance(60_000);
  expect(offers()).toBe(0);
});

test('audio that has not is offered anew, once when that mends it', () => {
  const { clock, peer, offers } = watch('connecting');
  clock.advance(2000);
  expect(offers()).toBe(1);
  peer.connectionState = 'connected';
  clock.advance(60_000);
  expect(offers()).toBe(1);
});

test('what is not mended is offered three times at once, then now and then, also when an offer cannot be made', async () => {
  const { clock, offers } = watch('failed', () => Promise.reject(new Error('the network is away')));
  clock.advance(6000);
  await Promise.resolve();
  expect(offers()).toBe(3);
  clock.advance(10_000);
  expect(offers()).toBe(4);
  clock.advance(20_000);
  expect(offers()).toBe(6);
});

test('audio that fails in mid-call is offered anew; what may come back by itself is not', () => {
  const { clock, peer, offers } = watch('connecting');
  peer.connectionState = 'connected';
  clock.advance(60_000);
  peer.connectionState = 'disconnected';
  clock.advance(10_000);
  expect(offers()).toBe(0);
  peer.connectionState = 'failed';
  clock.advance(4000);
  expect(offers()).toBe(2);
  peer.connectionState = 'connected';
  clock.advance(60_000);
  expect(offers()).toBe(2);
});

test('a call that is over is offered nothing', () => {
  const { clock, stop, offers } = watch('connecting');
  clock.advance(2000);
  stop();
  clock.advance(60_000);
  expect(offers()).toBe(1);
});
