import { expect, it } from 'vitest';
import { createSilentSpeech } from '../calls/reply-parts.testing.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { en } from '../speech/locales/en.ts';
import { warmVoices } from './warm-voices.ts';

const languageOf = (code: string, voice: string) => ({
  code,
  name: code,
  voice,
  times: en.times,
  templates: [],
  patterns: [],
});

it('the menu is spoken in each language that is offered, one after the other', async () => {
  const speech = createSilentSpeech();
  const warming: string[] = [];
  const { log, lines } = keptLog();
  await warmVoices(
    {
      offer: async () => ({ voices: [], languages: [languageOf('en', 'rms'), languageOf('de', 'anna')] }),
      warm: async (spoken) => {
        warming.push(`begin ${spoken.voice}`);
        await speech.warm(spoken);
        warming.push(`end ${spoken.voice}`);
      },
    },
    log,
  );
  expect(warming).toEqual(['begin rms', 'end rms', 'begin anna', 'end anna']);
  expect(speech.warmed).toEqual([
    { language: 'en', voice: 'rms' },
    { language: 'de', voice: 'anna' },
  ]);
  expect(lines).toEqual([]);
});

it('a failure is logged, and nobody’s business', async () => {
  const { log, lines } = keptLog();
  await warmVoices({ offer: () => Promise.reject(new Error('a bug')), warm: async () => {} }, log);
  expect(lines).toMatchObject([{ level: 'error' }]);
});
