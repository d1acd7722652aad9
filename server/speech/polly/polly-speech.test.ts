import { afterAll, describe, expect, it } from 'vitest';
import { describeNetworkSpeech } from '../network/network-contract.testing.ts';
import { json, openStandIn } from '../network/stand-in.testing.ts';
import { keptLog } from '../../storage/testing/kept-log.ts';
import { openPollyStandIn, pollyAccount } from './polly-stand-in.testing.ts';
import { createPollySpeech, type PollyOptions } from './polly-speech.ts';

let latest = 0;
/** The stand-in's clock is ours. */
const seen = <Clock extends { now: () => number }>(clock: Clock): Clock => ({
  ...clock,
  now: () => {
    latest = clock.now();
    return latest;
  },
});
const fixed = { now: () => 1_700_000_000_000, after: () => () => {} };

const standIn = await openPollyStandIn(() => latest);
afterAll(() => standIn.close());

const open = (options: Partial<PollyOptions> = {}) =>
  createPollySpeech({
    ...pollyAccount,
    voices: [],
    languages: ['en', 'de', 'zh'],
    clock: seen(fixed),
    log: { warn: () => {} },
    baseUrl: standIn.url,
    ...options,
  });

describeNetworkSpeech('Amazon Polly', {
  standIn,
  key: pollyAccount.secretAccessKey,
  open: ({ baseUrl, key, clock, log }) =>
    open({
      baseUrl,
      secretAccessKey: key,
      log,
      clock: seen({ now: () => clock.now(), after: (ms, task) => clock.after(ms, task) }),
    }),
});

describe('Amazon Polly', () => {
  it('offers a woman’s and a man’s voice for each language, neural ones where there are', async () => {
    const speech = open();
    expect((await speech.voices()).map(({ id, language, quality }) => [id, language, quality])).toEqual([
      ['Joanna', 'en-US', 'neural'],
      ['Matthew', 'en-US', 'neural'],
      ['Hans', 'de-DE', 'standard'],
      ['Zhiyu', 'zh-CN', 'neural'],
    ]);
    await speech.close();
  });

  it('offers the voices that are named, and leaves out what there is not', async () => {
    const { log, lines } = keptLog();
    const speech = open({ voices: ['Amy', 'Nobody', 'Joanna', 'Gwyneth'], log });
    expect((await speech.voices()).map(({ id }) => id)).toEqual(['Amy', 'Joanna']);
    expect(lines).toMatchObject([{ level: 'warn', fields: { provider: 'polly', missing: ['Nobody', 'Gwyneth'] } }]);
    await speech.close();
  });

  it('is asked in plain text at its own speed, in escaped markup at another, at the rate that is wanted', async () => {
    const speech = open();
    const ask = async (request: Parameters<typeof speech.synthesize>[0]): Promise<unknown> => {
      expect(await speech.synthesize(request)).toMatchObject({ ok: true });
      return JSON.parse(standIn.received.at(-1)?.body ?? '');
    };
    expect(await ask({ input: 'Tom & <b>Jerry</b>', sampleRate: 8000 })).toMatchObject({
      Text: 'Tom & <b>Jerry</b>',
      TextType: 'text',
      SampleRate: '8000',
      VoiceId: 'Joanna',
      Engine: 'neural',
    });
    expect(await ask({ input: 'Tom & <b>Jerry</b>', speed: 1.25, language: 'de', sampleRate: 24_000 })).toMatchObject({
      Text: '<speak><prosody rate="125%">Tom &amp; &lt;b&gt;Jerry&lt;/b&gt;</prosody></speak>',
      TextType: 'ssml',
      SampleRate: '16000',
      VoiceId: 'Hans',
      Engine: 'standard',
    });
    await speech.close();
  });

  it('is asked for several at once in different seconds', async () => {
    let now = fixed.now();
    const speech = open({ clock: seen({ ...fixed, now: () => (now += 1000) }) });
    const said = await Promise.all(['One.', 'Two.', 'Three.'].map((input) => speech.synthesize({ input })));
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true]);
    const dates = standIn.received.slice(-3).map(({ headers }) => headers['x-amz-date']);
    expect(new Set(dates).size).toBe(3);
    await speech.close();
  });

  it('does not take a signature of an hour ago', async () => {
    const late = open({ clock: fixed });
    latest = fixed.now() + 3_600_000;
    expect(await late.voices()).toEqual([]);
    await late.close();
  });

  it('has no voices when it tells something else, and does not ask in a loop', async () => {
    const odd = await openStandIn(() => json({ Voices: [], NextToken: 'more' }));
    const { log, lines } = keptLog();
    const looping = open({ baseUrl: odd.url, log });
    expect(await looping.voices()).toEqual([]);
    expect(odd.received.length).toBeLessThanOrEqual(10);
    const none = await openStandIn(() => json({ Voices: 'all' }));
    const confused = open({ baseUrl: none.url, log });
    expect(await confused.voices()).toEqual([]);
    expect(lines).toMatchObject([
      { message: 'a provider does not have the voices that are wanted' },
      { fields: { provider: 'polly', reason: 'not a list of voices' } },
    ]);
    await Promise.all([looping.close(), confused.close(), odd.close(), none.close()]);
  });
});
