import { expect, it } from 'vitest';
import { listing } from './espeak-stand-in.testing.ts';
import { voicesFor } from './espeak-voices.ts';

const idsFor = (...languages: readonly string[]) => voicesFor(listing, languages).map(({ id }) => id);

it('has two voices for each language that is asked for, the best of each first', () => {
  expect(voicesFor(listing, ['de'])).toEqual([
    { id: 'de', name: 'eSpeak, German', language: 'de', provider: 'espeak-ng', quality: 'robotic' },
    { id: 'de+f2', name: 'eSpeak, German, higher', language: 'de', provider: 'espeak-ng', quality: 'robotic' },
  ]);
  expect(idsFor('en', 'fr')).toEqual(['en-gb', 'en-gb+f2', 'fr-fr', 'fr-fr+f2']);
  expect(idsFor('en-US', 'de-AT')).toEqual(['en-us', 'en-us+f2', 'de', 'de+f2']);
});

it('finds a language under its other names, and each voice once', () => {
  expect(idsFor('no', 'nb')).toEqual(['nb', 'nb+f2']);
  expect(voicesFor(listing, ['zh']).map(({ language }) => language)).toEqual(['zh', 'zh']);
});

it('has none where there is none', () => {
  expect(idsFor('tlh')).toEqual([]);
  expect(voicesFor('', ['en'])).toEqual([]);
  expect(voicesFor('what is this', ['en'])).toEqual([]);
});
