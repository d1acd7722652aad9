import { describe, expect, test } from 'vitest';
import { routeOf, type Shell } from './route-of.ts';

const origin = 'https://desk.example';
const shell: Shell = { version: 'v1', hashed: ['/assets/index-1a2b.js'], named: ['/', '/theme.js'] };
const ask = (path: string, mode = 'cors', method = 'GET') =>
  routeOf({ method, mode, url: new URL(path, origin).href }, shell, origin);

describe('what the service worker does with a request', () => {
  test('files named after their content come from the cache', () => {
    expect(ask('/assets/index-1a2b.js')).toEqual({ how: 'cacheFirst', file: '/assets/index-1a2b.js' });
  });

  test('those of another version are none of its business', () => {
    expect(ask('/assets/index-ffff.js')).toBeNull();
  });

  test.each(['/', '/settings', '/settings/audio?x=1', '/people'])('%s is the page, from the network first', (path) => {
    expect(ask(path, 'navigate')).toEqual({ how: 'networkFirst', file: '/' });
  });

  test('what is there by the same name in every version is asked for at the server first', () => {
    expect(ask('/theme.js', 'no-cors')).toEqual({ how: 'networkFirst', file: '/theme.js' });
    expect(ask('/robots.txt')).toBeNull();
  });

  test.each(['/api/v1/me', '/api', '/events', '/sip?page=1', '/metrics', '/api/docs'])(
    '%s is never touched',
    (path) => {
      for (const mode of ['cors', 'navigate', 'websocket']) expect(ask(path, mode)).toBeNull();
    },
  );

  test('a page address that only begins like one of them is a page', () => {
    expect(ask('/apiary', 'navigate')).toEqual({ how: 'networkFirst', file: '/' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('%s is never touched', (method) => {
    expect(ask('/', 'navigate', method)).toBeNull();
    expect(ask('/assets/index-1a2b.js', 'cors', method)).toBeNull();
  });

  test('other origins are never touched', () => {
    expect(ask('https://other.example/assets/index-1a2b.js')).toBeNull();
    expect(ask('https://other.example/', 'navigate')).toBeNull();
  });
});
