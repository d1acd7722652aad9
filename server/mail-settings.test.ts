import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const from = 'reception@example.com';
const read = (env: Readonly<Record<string, string>>) => {
  const settings = readSettings(env);
  return settings.ok ? settings.value.mail : settings.error;
};
const server = (url: string) => read({ FRONTDESK_SMTP_URL: url, FRONTDESK_SMTP_FROM: from });

it('sends no mail unless somebody sets it up', () => {
  expect(read({})).toBeNull();
});

it.each([
  [
    'smtps://desk%40example.com:p%3Aw@mail.example',
    { host: 'mail.example', port: 465, tls: 'always', user: { name: 'desk@example.com', password: 'p:w' } },
  ],
  [
    'smtp://desk:secret@mail.example:2525/',
    { host: 'mail.example', port: 2525, tls: 'upgraded', user: { name: 'desk', password: 'secret' } },
  ],
  ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'offered', user: null }],
  ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, tls: 'never', user: null }],
  ['smtp://[::1]:25', { host: '::1', port: 25, tls: 'never', user: null }],
])('understands %s', (url, expected) => {
  expect(server(url)).toEqual({ ...expected, from });
});

it.each([
  'http://mail.example',
  'smtp://',
  'smtp://me:secret@mail.example/path',
  'smtp://me:secret@mail.example?tls=no',
  'smtp://me@mail.example',
  'smtp://me:%E0%A4%A@mail.example',
  'smtp://mail.example:99999',
])('says what is wrong with %s, and not the password', (url) => {
  expect(server(url)).toMatch(/^FRONTDESK_SMTP_URL is the address of a mail server like /);
  expect(server(url)).not.toContain('secret');
});

it('needs a server and a sender together, and a sender that is one', () => {
  expect(read({ FRONTDESK_SMTP_URL: 'smtp://mail.example' })).toBe(
    'FRONTDESK_SMTP_FROM is needed beside FRONTDESK_SMTP_URL.',
  );
  expect(read({ FRONTDESK_SMTP_FROM: from })).toBe('FRONTDESK_SMTP_URL is needed beside FRONTDESK_SMTP_FROM.');
  expect(read({ FRONTDESK_SMTP_URL: 'smtp://mail.example', FRONTDESK_SMTP_FROM: 'Reception' })).toBe(
    'FRONTDESK_SMTP_FROM is an e-mail address like reception@example.com.',
  );
});
