import { describe, expect, it } from 'vitest';
import { createManualWorld } from '../manual-world.testing.ts';
import { startClientTransaction } from './client-transaction.ts';
import { headerOf, type SipRequest, type SipResponse } from './message.ts';
import { defaultTimers } from './retransmission.ts';
import { ServerTransaction } from './server-transaction.ts';
import { essentialsOf } from './essentials.ts';

function request(method: string): SipRequest {
  return {
    kind: 'request',
    method,
    uri: 'sip:1@h',
    headers: [
      ['Via', 'SIP/2.0/UDP a;branch=z9hG4bK1'],
      ['From', '<sip:a@h>;tag=1'],
      ['To', '<sip:1@h>'],
      ['Call-ID', 'x'],
      ['CSeq', `1 ${method}`],
    ],
    body: '',
  };
}

const response = (status: number): SipResponse => ({
  kind: 'response',
  status,
  phrase: '',
  headers: [['To', '<sip:1@h>;tag=2']],
  body: '',
});

function client(method: string, { reliable = false } = {}) {
  const world = createManualWorld();
  const sent: SipRequest[] = [];
  const sentAt: number[] = [];
  const told: (number | string)[] = [];
  const transaction = startClientTransaction({
    request: request(method),
    reliable,
    timers: defaultTimers,
    schedule: world.schedule,
    send: (message) => {
      sent.push(message);
      sentAt.push(world.now());
    },
    onResponse: ({ status }) => void told.push(status),
    onTimeout: (why) => void told.push(why),
  });
  return { world, sent, sentAt, told, transaction };
}

describe('a client transaction', () => {
  it('repeats an INVITE at doubling intervals and gives up after 32 s (timers A and B)', () => {
    const { world, sentAt, told } = client('INVITE');
    world.pass(60_000);
    expect(sentAt).toEqual([0, 500, 1500, 3500, 7500, 15_500, 31_500]);
    expect(told).toEqual(['timedOut']);
    expect(world.pending()).toBe(0);
  });

  it('repeats other requests every 4 s at most (timers E and F)', () => {
    const { world, sentAt } = client('BYE');
    world.pass(60_000);
    expect(sentAt.slice(0, 6)).toEqual([0, 500, 1500, 3500, 7500, 11_500]);
  });

  it('repeats nothing over a reliable transport', () => {
    const { world, sentAt, told } = client('INVITE', { reliable: true });
    world.pass(60_000);
    expect([sentAt, told]).toEqual([[0], ['timedOut']]);
  });

  it('waits as long as it rings', () => {
    const { world, sentAt, told, transaction } = client('INVITE');
    transaction.receive(response(180));
    world.pass(600_000);
    expect([sentAt, told]).toEqual([[0], [180]]);
  });

  it('acknowledges each repetition of a refusal, and tells of it once', () => {
    const { sent, told, transaction } = client('INVITE');
    transaction.receive(response(486));
    transaction.receive(response(486));
    expect(told).toEqual([486]);
    const [invite, ...acks] = sent;
    expect(acks.map(({ method }) => method)).toEqual(['ACK', 'ACK']);
    expect(headerOf(acks[0] ?? request('?'), 'Via')).toBe(headerOf(invite ?? request('?'), 'Via'));
    expect(headerOf(acks[0] ?? request('?'), 'To')).toBe('<sip:1@h>;tag=2');
    expect(headerOf(acks[0] ?? request('?'), 'CSeq')).toBe('1 ACK');
  });

  it('passes every repetition of a 200 on, for the ACK is the call’s own', () => {
    const { told, transaction } = client('INVITE');
    transaction.receive(response(200));
    transaction.receive(response(200));
    expect(told).toEqual([200, 200]);
  });
});

function server(method: string, { reliable = false } = {}) {
  const world = createManualWorld();
  const sentAt: number[] = [];
  const message = request(method);
  const essentials = essentialsOf(message);
  if (!essentials) throw new Error('the request lacks a header');
  const transaction = new ServerTransaction({
    request: message,
    essentials,
    from: { host: '127.0.0.1', port: 1 },
    reliable,
    timers: defaultTimers,
    schedule: world.schedule,
    send: () => sentAt.push(world.now()),
    onFinal: () => {},
  });
  return { world, sentAt, transaction };
}

describe('a server transaction', () => {
  it('repeats the answer to an INVITE until it is acknowledged', () => {
    const { world, sentAt, transaction } = server('INVITE');
    transaction.respond({ status: 180 });
    transaction.respond({ status: 200 });
    world.pass(4000);
    transaction.acknowledge();
    world.pass(60_000);
    expect(sentAt).toEqual([0, 0, 500, 1500, 3500]);
  });

  it('says when the answer is never acknowledged', () => {
    const { world, transaction } = server('INVITE', { reliable: true });
    let gaveUp = false;
    transaction.onUnacknowledged = () => {
      gaveUp = true;
    };
    transaction.respond({ status: 486 });
    world.pass(32_000);
    expect(gaveUp).toBe(true);
  });

  it('answers a repeated request as before, and only once by itself', () => {
    const { world, sentAt, transaction } = server('BYE');
    transaction.repeat();
    transaction.respond({ status: 200 });
    transaction.respond({ status: 500 });
    transaction.repeat();
    world.pass(60_000);
    expect(sentAt).toEqual([0, 0]);
  });
});
