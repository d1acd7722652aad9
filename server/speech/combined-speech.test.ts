import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../shared/result.ts';
import type { Speech, SpeechFailure, SpeechRequest, Voice } from '../ports/speech.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { combineSpeech } from './combined-speech.ts';
import { createFakeSpeech } from './fake/fake-speech.ts';
import { promptFile } from './prompt-cache.ts';
import { createReplySpeech } from './reply-speech.ts';
import { describeSpeech } from './speech-contract.testing.ts';

const still = { after: () => () => {} };

type Odd = { readonly failure?: SpeechFailure; readonly silent?: boolean; readonly broken?: boolean };

/** A fake under another name, and what it was asked; it may be made to fail. */
function driver(provider: string, languages: readonly string[]) {
  const fake = createFakeSpeech();
  const asked: SpeechRequest[] = [];
  let odd: Odd = {};
  const voices = languages.map((language, i): Voice => ({
    id: ['low', 'high'][i] ?? '',
    name: provider,
    language,
    provider,
  }));
  const speech: Speech = {
    engine: `${provider}-1`,
    voices: () => {
      if (odd.broken === true) return Promise.reject(new Error('a bug'));
      if (odd.silent === true) return new Promise(() => {});
      return Promise.resolve(odd.failure === undefined ? voices : []);
    },
    synthesize: (request) => {
      asked.push(request);
      if (odd.silent === true) return new Promise(() => {});
      if (odd.failure !== undefined) return Promise.resolve(fail(odd.failure));
      const { language: _, ...rest } = request;
      return fake.synthesize(rest);
    },
    close: () => fake.close(),
  };
  return {
    speech,
    asked,
    behave: (how: Odd) => {
      odd = how;
    },
  };
}

function combine(clock: Parameters<typeof combineSpeech>[1]['clock'] = still) {
  const [house, cloud, last] = [
    driver('house', ['en-US']),
    driver('cloud', ['en-GB', 'de-DE']),
    driver('last', ['de']),
  ];
  const { log, lines } = keptLog();
  const drivers = [
    { prefix: '', speech: house.speech },
    { prefix: 'cloud', speech: cloud.speech },
    { prefix: 'last', speech: last.speech },
  ] as const;
  return { speech: combineSpeech(drivers, { clock, log }), house, cloud, last, lines };
}

describeSpeech('several drivers', () =>
  combineSpeech(
    [
      { prefix: '', speech: createFakeSpeech() },
      { prefix: 'more', speech: createFakeSpeech() },
    ],
    { clock: still, log: keptLog().log },
  ),
);

describe('several drivers', () => {
  it('have the voices of all, each with an id of its own, the default first', async () => {
    const { speech } = combine();
    expect((await speech.voices()).map(({ id, language }) => [id, language])).toEqual([
      ['low', 'en-US'],
      ['cloud:low', 'en-GB'],
      ['cloud:high', 'de-DE'],
      ['last:low', 'de'],
    ]);
    expect(await speech.providers()).toEqual([
      { engine: 'house-1', voices: 1 },
      { engine: 'cloud-1', voices: 2 },
      { engine: 'last-1', voices: 1 },
    ]);
  });

  it('each speak with their own voices; a language is the first one’s that has it', async () => {
    const { speech, house, cloud, last } = combine();
    for (const voice of ['low', 'cloud:high', 'last:low']) {
      expect(await speech.synthesize({ input: 'Hello', voice })).toMatchObject({ ok: true });
    }
    await speech.synthesize({ input: 'Hello', language: 'en' });
    await speech.synthesize({ input: 'Hallo', language: 'de' });
    await speech.synthesize({ input: 'Hello' });
    expect(house.asked.map(({ voice, language }) => [voice, language])).toEqual([
      ['low', undefined],
      [undefined, 'en'],
      [undefined, undefined],
    ]);
    expect(cloud.asked).toEqual([
      { input: 'Hello', voice: 'high' },
      { input: 'Hallo', language: 'de' },
    ]);
    expect(last.asked).toEqual([{ input: 'Hello', voice: 'low' }]);
  });

  it('do not hide each other: one that is down, broken or silent is missed alone', async () => {
    const late: (() => void)[] = [];
    const { speech, house, cloud, last, lines } = combine({
      after: (_ms, task) => {
        late.push(task);
        return () => {};
      },
    });
    house.behave({ failure: 'speechUnavailable' });
    cloud.behave({ broken: true });
    last.behave({ silent: true });
    const [voices, providers] = [speech.voices(), speech.providers()];
    await setImmediate();
    for (const task of late.splice(0)) task();
    expect(await voices).toEqual([]);
    expect(lines[0]).toMatchObject({ level: 'error', fields: { provider: 'cloud' } });
    expect((await providers).map((one) => one.voices)).toEqual([0, 0, 0]);
    house.behave({});
    const others = speech.voices();
    await setImmediate();
    for (const task of late.splice(0)) task();
    expect((await others).map(({ id }) => id)).toEqual(['low']);
    expect(await speech.synthesize({ input: 'Hello', voice: 'low' })).toMatchObject({ ok: true });
  });

  it('keep to a deadline that none of them has to know', async () => {
    let pass = (): void => {};
    const { speech, cloud } = combine({
      after: (_ms, task) => {
        pass = task;
        return () => {};
      },
    });
    cloud.behave({ silent: true });
    const said = speech.synthesize({ input: 'Hello', voice: 'cloud:low' });
    await expect.poll(() => cloud.asked.length).toBe(1);
    pass();
    expect(await said).toEqual(fail('speechTimedOut'));
  });
});

describe('what several drivers said', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'combined-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is kept apart, and kept when another driver is added or changes', async () => {
    const { speech, cloud, last } = combine();
    const said = async (by: Speech, voice: string) => promptFile(by, { folder, input: 'Hello', voice });
    const files = await Promise.all(['low', 'cloud:low', 'last:low'].map((voice) => said(speech, voice)));
    expect(new Set(files.map((file) => file.ok && file.value)).size).toBe(3);
    const drivers = [
      { prefix: '', speech: createFakeSpeech() },
      { prefix: 'cloud', speech: cloud.speech },
      { prefix: 'last', speech: { ...last.speech, engine: 'last-2' } },
    ] as const;
    const changed = combineSpeech(drivers, { clock: still, log: keptLog().log });
    expect(await said(changed, 'cloud:low')).toEqual(files[1]);
    expect(await said(changed, 'last:low')).not.toEqual(files[2]);
    expect(await readdir(folder)).toHaveLength(4);
  });

  it('in a language is kept by the voice that said it', async () => {
    const { speech, cloud } = combine();
    const said = await promptFile(speech, { folder, input: 'Hallo', language: 'de' });
    expect(said).toEqual(await promptFile(speech, { folder, input: 'Hallo', voice: 'cloud:high' }));
    cloud.behave({ failure: 'speechUnavailable' });
    const other = await promptFile(speech, { folder, input: 'Hallo', language: 'de' });
    expect(other).toEqual(await promptFile(speech, { folder, input: 'Hallo', voice: 'last:low' }));
    expect(other).not.toEqual(said);
  });

  it.each<[string, Odd, string]>([
    ['is down', { failure: 'speechUnavailable' }, 'low'],
    ['is slow', { failure: 'speechTimedOut' }, 'low'],
  ])('is said by the usual voice when the provider of the chosen one %s, and that is told', async (_, how, voice) => {
    const { speech, cloud } = combine();
    const reply = createReplySpeech({ speech, folder, log: keptLog().log });
    const spoken = { language: 'en', voice: 'cloud:low' };
    expect(await reply.message('Hello', spoken)).toMatchObject({
      ok: true,
      value: { voice: 'cloud:low', fellBack: false },
    });
    cloud.behave(how);
    expect(await reply.message('Good-bye', spoken)).toMatchObject({ ok: true, value: { voice, fellBack: true } });
    expect(await reply.prompt({ key: 'goodbye' }, spoken)).toMatchObject({ ok: true });
    // What was spoken before needs nobody.
    expect(await reply.message('Hello', spoken)).toMatchObject({
      ok: true,
      value: { voice: 'cloud:low', fellBack: false },
    });
  });

  it('is said by the next voice of the language when the usual one is out of reach too, and that is told', async () => {
    const { speech, house, cloud } = combine();
    const reply = createReplySpeech({ speech, folder, log: keptLog().log });
    house.behave({ failure: 'speechTimedOut' });
    const said = await reply.message('Hello', { language: 'en', voice: 'low' });
    expect(said).toMatchObject({ ok: true, value: { voice: 'cloud:low', fellBack: true } });
    expect(await reply.message('Hello', { language: 'en' })).toMatchObject({ ok: true, value: { fellBack: false } });
    cloud.behave({ failure: 'speechUnavailable' });
    expect(await reply.message('Anybody?', { language: 'en', voice: 'low' })).toEqual(fail('speechTimedOut'));
    house.behave({});
    expect(await reply.message('Hello', { language: 'en', voice: 'nobody:low' })).toEqual(fail('unknownVoice'));
  });
});
