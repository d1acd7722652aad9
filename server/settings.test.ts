import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('has a default for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', sipPort: 5060, demo: true, pbx: null, databaseUrl: null },
    });
  });

  it.each([
    [{ FRONTDESK_PORT: '99999' }, 'FRONTDESK_PORT is a port number from 1 to 65535.'],
    [{ FRONTDESK_PORT: 'http' }, 'FRONTDESK_PORT is a port number from 1 to 65535.'],
    [{ FRONTDESK_RTP_PORTS: '20000' }, 'FRONTDESK_RTP_PORTS is a range like 20000-20199.'],
    [{ FRONTDESK_RTP_PORTS: '20000-20001' }, 'FRONTDESK_RTP_PORTS is a range of at least ten ports'],
    [{ FRONTDESK_DEMO: 'yes' }, 'FRONTDESK_DEMO is "on" or "off".'],
    [{ FRONTDESK_LOG: 'loud' }, 'FRONTDESK_LOG is debug, info, warn, error or silent.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL begins with postgres://'],
    [{ FRONTDESK_PBX_URL: 'http://127.0.0.1:8088' }, 'FRONTDESK_PBX_USER is needed beside FRONTDESK_PBX_URL.'],
    [{ FRONTDESK_PROT: '8080' }, 'FRONTDESK_PROT is not a setting'],
    [{ FRONTDESK_HOST: '0.0.0.0', FRONTDESK_DEMO: 'on' }, 'FRONTDESK_DEMO has known passwords'],
  ])('names what is wrong in %o', (env, sentence) => {
    const settings = readSettings(env);
    expect(settings.ok ? '' : settings.error).toContain(sentence);
  });

  it('turns the demo off as soon as others can reach the server', () => {
    const settings = readSettings({ FRONTDESK_HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ ok: true, value: { demo: false } });
  });
});
