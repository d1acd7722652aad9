import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../telephony/fake/virtual-clock.ts';
import { asText } from './as-text.ts';
import { refusedAudioPort } from './audio-port.ts';
import { createDelivery } from './delivery.ts';
import { createPresence } from './presence.ts';
import { registeredSeconds } from './registration.ts';
import { consoleId, registered, request, response } from './sip-message.testing.ts';
import { createTokenBucket } from './token-bucket.ts';

describe('a token bucket', () => {
  it('gives its burst, and then what the time brings', () => {
    const clock = createVirtualClock();
    const bucket = createTokenBucket(clock, 10, 3);
    expect([1, 2, 3, 4].map(() => bucket.take(1))).toEqual([true, true, true, false]);
    clock.advance(100);
    expect([bucket.take(1), bucket.take(1)]).toEqual([true, false]);
    clock.advance(60_000);
    expect(bucket.take(4)).toBe(false);
    expect(bucket.take(3)).toBe(true);
  });
});

describe('a registration', () => {
  it.each([
    ['with an expiry of its binding', registered(600), 600],
    ['taken back', registered(0), 0],
    ['for as long as the header says', response(200, 'REGISTER', { headers: ['m: <sip:a@b>', 'Expires: 60'] }), 60],
    ['for as long as is usual', response(200, 'REGISTER', { headers: ['Contact: <sip:a@b>'] }), 3600],
    [
      'of which one binding lives',
      response(200, 'REGISTER', { headers: ['Contact: <sip:a@b>;expires=0, <sip:c@d>;expires=30'] }),
      30,
    ],
    ['that ends', response(200, 'REGISTER', { headers: ['Contact: <sip:a@b>;expires=0'] }), 0],
    ['that failed', response(401, 'REGISTER'), undefined],
    ['that goes on', response(100, 'REGISTER'), undefined],
    ['of another method', response(200, 'INVITE', { headers: ['Contact: <sip:a@b>;expires=60'] }), undefined],
    ['as a request', request('REGISTER'), undefined],
    ['that is not SIP', 'SIP/2.0 200', undefined],
  ])('%s is read', (_, frame, seconds) => {
    expect(registeredSeconds(frame)).toBe(seconds);
  });
});

describe('the port of the sound', () => {
  const offer = (media: string): string => request('INVITE', { body: `v=0\r\ns=-\r\n${media}\r\na=sendrecv\r\n` });
  it.each([
    ['that browsers send nothing to', offer('m=audio 10080 RTP/SAVPF 0'), 10_080],
    ['that browsers send to', offer('m=audio 10082 RTP/SAVPF 0'), undefined],
    ['of something else', offer('m=video 10080 RTP/SAVPF 0'), undefined],
    ['that is refused', offer('m=audio 0 RTP/SAVPF 0'), undefined],
    ['in a message without sound', request('BYE'), undefined],
  ])('%s is known', (_, frame, port) => {
    expect(refusedAudioPort(frame)).toBe(port);
  });
});

describe('text for a browser', () => {
  it('is left as it is when it is UTF-8', () => {
    const frame = Buffer.from('From: "Zoë" <sip:a@b>');
    expect(asText(frame)).toBe(frame);
  });

  it('has a question mark for every byte that no browser takes', () => {
    expect(asText(Buffer.from('From: "Zo\xeb" <sip:a@b>', 'latin1')).toString()).toBe('From: "Zo?" <sip:a@b>');
  });
});

describe('presence', () => {
  const open = () => {
    const clock = createVirtualClock();
    const told: string[] = [];
    const presence = createPresence(clock, { here: () => told.push('here'), gone: () => told.push('gone') });
    return { clock, told, presence };
  };

  it('needs both the registration and the page, and tells only of changes', () => {
    const { told, presence } = open();
    presence.attach();
    expect(told).toEqual([]);
    presence.register(600);
    presence.register(600);
    presence.detach();
    presence.detach();
    presence.attach();
    presence.register(0);
    presence.end();
    expect(told).toEqual(['here', 'gone', 'here', 'gone']);
  });

  it('ends with a registration that nobody renewed', () => {
    const { clock, told, presence } = open();
    presence.attach();
    presence.register(60);
    clock.advance(59_000);
    presence.register(60);
    clock.advance(59_000);
    expect(told).toEqual(['here']);
    clock.advance(1000);
    expect(told).toEqual(['here', 'gone']);
    expect(clock.pending()).toBe(0);
  });

  it('was never there without a registration', () => {
    const { told, presence } = open();
    presence.attach();
    presence.detach();
    presence.end();
    expect(told).toEqual([]);
  });
});

describe('delivery', () => {
  const page = (pings = 0) => {
    const got: string[] = [];
    return { got, pings, send: (frame: Buffer) => got.push(frame.toString()) > 0 };
  };
  const most = { frames: 3, bytes: 100 };
  const frame = (text: string) => Buffer.from(text);

  it('goes on where the page left, and repeats what was never confirmed', () => {
    const delivery = createDelivery(most);
    const first = page();
    delivery.attach(first);
    delivery.deliver(frame('confirmed'));
    first.pings = 1;
    delivery.deliver(frame('sent into the void'));
    delivery.confirm(1);
    delivery.detach();
    delivery.deliver(frame('meanwhile'));
    const second = page();
    expect(delivery.attach(second)).toBe('taken');
    expect(first.got).toEqual(['confirmed', 'sent into the void']);
    expect(second.got).toEqual(['sent into the void', 'meanwhile']);
  });

  it('confirms nothing by the answer to a ping sent before', () => {
    const delivery = createDelivery(most);
    const first = page(1);
    delivery.attach(first);
    delivery.deliver(frame('after the ping'));
    delivery.confirm(1);
    const second = page();
    delivery.attach(second);
    expect(second.got).toEqual(['after the ping']);
  });

  it('keeps no more than it may: what was sent goes first, what was not ends it', () => {
    const delivery = createDelivery(most);
    delivery.attach(page());
    for (let i = 0; i < 10; i += 1) expect(delivery.deliver(frame(`sent ${i}`))).toBe('taken');
    delivery.detach();
    expect(['a', 'b', 'c', 'd'].map((text) => delivery.deliver(frame(text)))).toEqual([
      'taken',
      'taken',
      'taken',
      'full',
    ]);
  });

  it('counts bytes as well', () => {
    const delivery = createDelivery(most);
    expect(delivery.deliver(frame('x'.repeat(101)))).toBe('full');
  });

  it('says when the page reads too slowly', () => {
    const delivery = createDelivery(most);
    const slow = { pings: 0, send: () => false };
    delivery.deliver(frame(consoleId));
    expect(delivery.attach(slow)).toBe('tooSlow');
    expect(delivery.deliver(frame('more'))).toBe('tooSlow');
  });
});
