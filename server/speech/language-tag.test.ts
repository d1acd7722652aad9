import { expect, it } from 'vitest';
import { languageTag, speaksLanguage } from './language-tag.ts';

it.each([
  ['en-us', 'en-US'],
  ['cmn-CN', 'zh-CN'],
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['en-GB-WLS', undefined],
  ['', undefined],
])('%j is %j', (name, tag) => {
  expect(languageTag(name)).toBe(tag);
});

it.each([
  ['en-GB', 'en', true],
  ['en-GB', 'EN-gb', true],
  ['en-GB', 'en-US', false],
  ['en', 'en-GB', false],
  ['enm', 'en', false],
])('%s for %s: %j', (has, wanted, content) => {
  expect(speaksLanguage(has, wanted)).toBe(content);
});
