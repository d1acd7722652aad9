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
    [{ FRONTDESK_COUNTRY: 'Utopia' }, 'FRONTDESK_COUNTRY is a country by its two letters'],
    [{ FRONTDESK_OUTBOUND_ALLOW: '+1,49' }, 'FRONTDESK_OUTBOUND_ALLOW is a list of prefixes'],
    [{ FRONTDESK_OUTBOUND_FROM: 'us' }, 'FRONTDESK_OUTBOUND_FROM is a number of yours'],
    [{ FRONTDESK_OUTBOUND_PER_MINUTE: '0' }, 'FRONTDESK_OUTBOUND_PER_MINUTE is a number from 1 to 600.'],
    [{ FRONTDESK_PROT: '8080' }, 'FRONTDESK_PROT is not a setting'],
    [{ FRONTDESK_HOST: '0.0.0.0', FRONTDESK_DEMO: 'on' }, 'FRONTDESK_DEMO has known passwords'],
  ])('names what is wrong in %o', (env, sentence) => {
    const settings = readSettings(env);
    expect(settings.ok ? '' : settings.error).toContain(sentence);
  });

  it.each([
    [{}, 'simulated', ['+']],
    [{ FRONTDESK_OUTBOUND_ALLOW: '+1,-+1900' }, 'simulated', ['+1', '-+1900']],
    [{ FRONTDESK_DEMO: 'off' }, 'none', []],
    [{ FRONTDESK_TRUNK_CONTACT: 'sip:carrier.example' }, 'contact', []],
    [{ FRONTDESK_TRUNK_CONTACT: 'sip:carrier.example', FRONTDESK_OUTBOUND_ALLOW: ' +49 , +' }, 'contact', ['+49', '+']],
  ])('allows nobody to be called who costs money, unless told so: %o', (env, out, allow) => {
    expect(readSettings(env)).toMatchObject({
      ok: true,
      value: { trunk: { out }, outbound: { allow, country: 'US' } },
    });
  });

  it('turns the demo off as soon as others can reach the server', () => {
    const settings = readSettings({ FRONTDESK_HOST: '0.0.0.0' });
    expect(settings).toMatchObject({ ok: true, value: { demo: false } });
  });
});
