import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const read = (env: Readonly<Record<string, string>>) => {
  const settings = readSettings(env);
  return settings.ok ? settings.value.transcripts : settings.error;
};
const url = 'http://127.0.0.1:8081';

it('writes nothing down unless somebody sets it up', () => {
  expect(read({})).toBeNull();
  expect(read({ FRONTDESK_TRANSCRIPTS: 'off', FRONTDESK_TRANSCRIPTS_LANGUAGE: 'en' })).toBeNull();
});

it('knows three providers', () => {
  expect(read({ FRONTDESK_TRANSCRIPTS: 'openai', FRONTDESK_TRANSCRIPTS_URL: url })).toEqual({
    provider: 'openai',
    url,
    key: null,
    model: 'whisper-1',
    language: null,
  });
  expect(
    read({
      FRONTDESK_TRANSCRIPTS: 'whisper',
      FRONTDESK_TRANSCRIPTS_URL: url,
      FRONTDESK_TRANSCRIPTS_LANGUAGE: 'de-de',
    }),
  ).toEqual({ provider: 'whisper', url, language: 'de-DE' });
  expect(read({ FRONTDESK_TRANSCRIPTS: 'pocketsphinx' })).toEqual({ provider: 'pocketsphinx', language: null });
});

it.each([
  [{ FRONTDESK_TRANSCRIPTS: 'on' }, 'FRONTDESK_TRANSCRIPTS is "off"'],
  [{ FRONTDESK_TRANSCRIPTS: 'whisper' }, 'FRONTDESK_TRANSCRIPTS_URL is needed beside FRONTDESK_TRANSCRIPTS=whisper.'],
  [{ FRONTDESK_TRANSCRIPTS_URL: url }, 'FRONTDESK_TRANSCRIPTS_URL is of no use beside FRONTDESK_TRANSCRIPTS=off.'],
  [
    { FRONTDESK_TRANSCRIPTS: 'whisper', FRONTDESK_TRANSCRIPTS_URL: url, FRONTDESK_TRANSCRIPTS_KEY: 'sk-1' },
    'FRONTDESK_TRANSCRIPTS_KEY is of no use',
  ],
  [{ FRONTDESK_TRANSCRIPTS_URL: 'ftp://x' }, 'FRONTDESK_TRANSCRIPTS_URL is an http address'],
  [{ FRONTDESK_TRANSCRIPTS_URL: 'http://me:secret@x' }, 'holds no password'],
  [{ FRONTDESK_TRANSCRIPTS_KEY: 'a b' }, 'FRONTDESK_TRANSCRIPTS_KEY is a key'],
  [{ FRONTDESK_TRANSCRIPTS_LANGUAGE: 'german!' }, 'FRONTDESK_TRANSCRIPTS_LANGUAGE is a language'],
])('of %j says what is wrong', (env, sentence) => {
  expect(read(env)).toContain(sentence);
});
