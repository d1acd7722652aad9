import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Speech, SpeechRequest } from '../../ports/speech.ts';
import { keptLog } from '../../storage/testing/kept-log.ts';
import { describeSpeech } from '../speech-contract.testing.ts';
import { createEspeakSpeech, espeakOnThePath, findEspeak, type EspeakOptions } from './espeak-speech.ts';
import { espeakStandIn } from './espeak-stand-in.testing.ts';

const clock = { after: () => () => {} };
const languages = ['en', 'de', 'fr'];
const quiet = { warn: () => {} };
const standIn = await espeakStandIn();
afterAll(() => standIn.remove());

const open = (options: Partial<EspeakOptions> = {}) =>
  createEspeakSpeech({ command: standIn.command, version: '9.9', languages, clock, log: quiet, ...options });

describeSpeech('a stand-in for espeak-ng', open);

// The program itself passes the same wherever it is installed.
const version = await findEspeak(clock);
if (version !== undefined) {
  describeSpeech('espeak-ng', () => open({ command: espeakOnThePath, version }));
}

describe('espeak-ng', () => {
  const opened: Speech[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((speech) => speech.close())));
  const opening = (options: Partial<EspeakOptions> = {}): Speech => {
    const speech = open(options);
    opened.push(speech);
    return speech;
  };

  it('is found, with its version, or not', async () => {
    expect(await findEspeak(clock, standIn.command)).toBe('9.9-stand-in');
    expect(await findEspeak(clock, ['/nowhere/espeak-ng'])).toBeUndefined();
    expect(await findEspeak(clock, [process.execPath, '-e', 'console.log("node")', '--'])).toBeUndefined();
    expect(open().engine).toBe('espeak-ng-9.9');
  });

  it.each<[string, SpeechRequest, string]>([
    ['an option', { input: '-v de --stdout $(reboot) `id` "' }, '-v de --stdout $(reboot) `id` "'],
    ['markup', { input: '<speak>Hello <break time="10s"/></speak>' }, '<speak>Hello <break time="10s"/></speak>'],
    ['sounds in eSpeak’s own signs', { input: '[[h@l@U]]' }, '[ [h@l@U]]'],
    ['lines and control characters', { input: 'one\r\ntwo\u0001\0three' }, 'one two three'],
    ['another alphabet’s accents', { input: 'Grüße, Łódź' }, 'Grüße, Łódź'],
  ])('is given what looks like %s as text, by its standard input', async (_, request, text) => {
    expect(await opening().synthesize(request)).toMatchObject({ ok: true });
    const last = (await standIn.runs()).at(-1);
    expect(last).toMatchObject({ text, args: ['--stdin', '--stdout', '-b', '1', '-s', '175', '-v', 'en-gb'] });
    expect(last?.environment).not.toContain('HOME');
  });

  it('speaks in the language and at the speed asked for, and refuses letters it would only name', async () => {
    const speech = opening();
    expect(await speech.synthesize({ input: 'Hallo', language: 'de', speed: 0.5 })).toMatchObject({ ok: true });
    expect((await standIn.runs()).at(-1)?.args).toEqual(expect.arrayContaining(['-s', '88', '-v', 'de']));
    expect(await speech.synthesize({ input: 'Hello Иван' })).toEqual({ ok: false, error: 'speechUnspeakable' });
  });

  it.each([
    ['crash', 'speechUnavailable', 'failed'],
    ['garbage', 'speechUnavailable', 'notWav'],
    ['endless', 'speechTooLong', 'tooMuchOutput'],
  ])('survives a %s, and says nothing of the text in the log', async (input, error, reason) => {
    const { log, lines } = keptLog();
    const speech = opening({ log });
    expect(await speech.synthesize({ input })).toEqual({ ok: false, error });
    expect(lines).toEqual([
      { level: 'warn', fields: { provider: 'espeak-ng', reason }, message: 'a text could not be spoken' },
    ]);
    expect(await speech.synthesize({ input: 'Hello' })).toMatchObject({ ok: true });
  });

  it('takes silence for a text it cannot speak', async () => {
    const speech = opening({ command: [process.execPath, '-e', silentProgram, '--'] });
    expect(await speech.synthesize({ input: 'Hello' })).toEqual({ ok: false, error: 'speechUnspeakable' });
  });

  it('is killed when it takes too long, and only the text that hung is lost', async () => {
    const { deadlines, passing } = passingClock();
    const speech = opening({ clock: passing, atOnce: 2 });
    await speech.voices();
    const hung = speech.synthesize({ input: 'hang' });
    await expect.poll(async () => (await standIn.runs()).at(-1)?.text).toBe('hang');
    expect(await speech.synthesize({ input: 'Hello' })).toMatchObject({ ok: true });
    for (const pass of deadlines) pass();
    expect(await hung).toEqual({ ok: false, error: 'speechTimedOut' });
    expect(deadlines.size).toBe(0);
  });

  it('refuses what is too much', async () => {
    const speech = opening({ atOnce: 1, longestQueue: 1 });
    await speech.voices();
    const texts = ['one', 'two', 'three'].map((input) => speech.synthesize({ input }));
    expect((await Promise.all(texts)).map(({ ok }) => ok)).toEqual([true, true, false]);
  });

  it('has no voices where the program is gone, and has them again when it is back', async () => {
    const gone: [string, ...string[]] = ['/nowhere/espeak-ng'];
    const speech = opening({ command: gone });
    expect(await speech.voices()).toEqual([]);
    expect(await speech.synthesize({ input: 'Hello' })).toEqual({ ok: false, error: 'speechUnavailable' });
    expect(await speech.synthesize({ input: '' })).toEqual({ ok: false, error: 'speechEmpty' });
    gone.splice(0, 1, ...standIn.command);
    expect(await speech.voices()).toHaveLength(6);
  });
});

/** Lists a voice, and writes a WAV header with nothing behind it. */
const silentProgram = `
  if (process.argv.includes('--voices')) console.log(' 5  en              --/M      English            gmw/en');
  else process.stdout.write(Buffer.from('UklGRiTw/39XQVZFZm10IBAAAAABAAEAIlYAAESsAAACABAAZGF0YQDw/38=', 'base64'));
`;

function passingClock() {
  const deadlines = new Set<() => void>();
  const passing = {
    after: (_ms: number, run: () => void) => {
      deadlines.add(run);
      return () => deadlines.delete(run);
    },
  };
  return { deadlines, passing };
}
