import { beforeEach, describe, expect, it } from 'vitest';
import type { TelephonyEvent } from '../../ports/telephony-event.ts';
import { silentLog } from '../silent-log.testing.ts';
import type { AriAnswer, AriRest } from './ari-rest.ts';
import { ariEvent } from './ari-schemas.ts';
import { createTranslator, type Translatable } from './event-translator.ts';
import { createLegBook, type LegBook } from './leg-book.ts';
import { createLegOrder } from './leg-order.ts';
import { createPlaybackBook, type PlaybackBook } from './playback-book.ts';

let events: TelephonyEvent[];
let requests: string[];
let answerReading: (answer: AriAnswer) => void;
let legs: LegBook;
let playbacks: PlaybackBook;
let ready: string[];
let translate: (event: Translatable) => void;

beforeEach(() => {
  [events, requests, ready] = [[], [], []];
  const rest: AriRest = (method, path) => {
    requests.push(`${method} ${path.join('/')}`);
    return new Promise((resolve) => {
      answerReading = resolve;
    });
  };
  [legs, playbacks] = [createLegBook(), createPlaybackBook()];
  const emit = (event: TelephonyEvent): void => void events.push(event);
  const snoopReady = (legId: string): void => void ready.push(legId);
  translate = createTranslator({ rest, legs, playbacks, order: createLegOrder(), log: silentLog, emit, snoopReady });
});

/** As Asterisk writes it, through the schema. */
function take(event: object): void {
  const parsed = ariEvent.parse(event);
  if (parsed.type !== 'ApplicationReplaced') translate(parsed);
}
const channel = (id: string, state = 'Ring') => ({ id, state, caller: { name: 'Jane', number: '+1555' } });
const start = (id: string, ...args: string[]) => take({ type: 'StasisStart', args, channel: channel(id) });
const end = (id: string) => take({ type: 'StasisEnd', channel: channel(id) });
const types = (): readonly string[] => events.map(({ type }) => type);
const caller: AriAnswer = { kind: 'done', body: { value: ['allowed', '', '', '<sip:+1555@c>'].join('\u001F') } };
const settled = (): Promise<void> => new Promise(setImmediate);

describe('what Asterisk reports', () => {
  it('waits for the name of a caller, and nothing of that leg overtakes it', async () => {
    start('a', 'incoming', '100');
    take({ type: 'ChannelHangupRequest', channel: channel('a'), cause: 127, tech_cause: 487 });
    end('a');
    legs.add('b', 'originated');
    take({ type: 'Dial', dialstatus: 'RINGING', peer: { id: 'b' } });
    expect(types()).toEqual(['legAlerting']);
    answerReading(caller);
    await settled();
    expect(types()).toEqual(['legAlerting', 'legArrived', 'legEnded']);
    expect(events[2]).toMatchObject({ legId: 'a', cause: 'cancelled' });
  });

  it('tells the end of a leg once, by the event that belongs to its kind', () => {
    legs.add('o', 'originated');
    end('o');
    expect(events).toEqual([]);
    take({ type: 'ChannelDestroyed', channel: channel('o', 'Up'), cause: 16 });
    take({ type: 'ChannelDestroyed', channel: channel('o', 'Up'), cause: 16 });
    expect(events).toEqual([{ type: 'legEnded', legId: 'o', cause: 'hungUp' }]);
  });

  it('tells alerting once, and not of mere trying', () => {
    legs.add('o', 'originated');
    for (const dialstatus of ['', 'PROCEEDING', 'PROGRESS', 'RINGING', 'NOANSWER']) {
      take({ type: 'Dial', dialstatus, peer: { id: 'o' } });
    }
    expect(types()).toEqual(['legAlerting']);
  });

  it('refuses who comes by another way than the trunk', () => {
    start('x', 'outgoing', '0044');
    expect(requests).toEqual(['DELETE channels/x']);
    end('x');
    expect(events).toEqual([]);
  });

  it('takes a snoop leg as ready, not as answered', () => {
    legs.add('s', 'snoop');
    start('s', 'snoop');
    end('s');
    expect(ready).toEqual(['s']);
    expect(types()).toEqual(['legEnded']);
  });

  it('says of a playback whether it was played: stopped is not', () => {
    const playback = (id: string, type: string, state: string) => take({ type, playback: { id, state } });
    for (const id of ['p', 'q']) playback(id, 'PlaybackStarted', 'playing');
    playback('p', 'PlaybackStarted', 'playing');
    playbacks.stopped('q');
    playback('p', 'PlaybackFinished', 'done');
    playback('q', 'PlaybackFinished', 'done');
    playback('r', 'PlaybackFinished', 'failed');
    expect(types()).toEqual(['playbackStarted', 'playbackStarted', 'playbackEnded', 'playbackEnded', 'playbackEnded']);
    expect(events.slice(2)).toMatchObject([{ played: true }, { played: false }, { played: false }]);
  });

  it('ignores what happens to channels that are not ours', () => {
    take({ type: 'ChannelHold', channel: channel('z') });
    take({ type: 'ChannelDtmfReceived', channel: channel('z'), digit: '1', duration_ms: 100 });
    take({ type: 'ChannelDestroyed', channel: channel('z') });
    take({ type: 'Dial', dialstatus: 'RINGING', peer: { id: 'z' } });
    expect(events).toEqual([]);
  });
});
