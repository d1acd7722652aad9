import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const bucket = {
  FRONTDESK_S3_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com/',
  FRONTDESK_S3_BUCKET: 'recordings',
  FRONTDESK_S3_ACCESS_KEY: 'AKID',
  FRONTDESK_S3_SECRET_KEY: 'se/cr+et=',
};

describe('readSettings', () => {
  it.each([
    [{}, { kind: 'files', folder: null }],
    [{ FRONTDESK_RECORDINGS: '/srv/recordings' }, { kind: 'files', folder: '/srv/recordings' }],
    [
      { ...bucket, FRONTDESK_S3_REGION: 'eu-central-1', FRONTDESK_S3_PREFIX: 'reception' },
      {
        kind: 's3',
        endpoint: 'https://s3.eu-central-1.amazonaws.com',
        region: 'eu-central-1',
        bucket: 'recordings',
        prefix: 'reception/',
        accessKey: 'AKID',
        secretKey: 'se/cr+et=',
        pathStyle: false,
      },
    ],
    [
      { ...bucket, FRONTDESK_S3_ENDPOINT: 'http://127.0.0.1:9000' },
      { endpoint: 'http://127.0.0.1:9000', region: 'us-east-1', prefix: '', pathStyle: true },
    ],
    [{ ...bucket, FRONTDESK_S3_PATH_STYLE: 'on' }, { pathStyle: true }],
  ])('says where recordings are kept: %o', (env, recordings) => {
    expect(readSettings(env)).toMatchObject({ ok: true, value: { recordings } });
  });

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
    [{ FRONTDESK_PORT: '6000' }, 'FRONTDESK_PORT: browsers refuse to open port 6000. Choose another, like 8080.'],
    [{ FRONTDESK_RTP_PORTS: '10000-10199' }, 'FRONTDESK_RTP_PORTS: browsers send no sound to port 10080, and'],
    [{ FRONTDESK_DEMO: 'yes' }, 'FRONTDESK_DEMO is "on" or "off".'],
    [{ FRONTDESK_LOG: 'loud' }, 'FRONTDESK_LOG is debug, info, warn, error or silent.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL begins with postgres://'],
    [{ FRONTDESK_PBX_URL: 'http://127.0.0.1:8088' }, 'FRONTDESK_PBX_USER is needed beside FRONTDESK_PBX_URL.'],
    [{ FRONTDESK_COUNTRY: 'Utopia' }, 'FRONTDESK_COUNTRY is a country by its two letters'],
    [{ FRONTDESK_OUTBOUND_ALLOW: '+1,49' }, 'FRONTDESK_OUTBOUND_ALLOW is a list of prefixes'],
    [{ FRONTDESK_OUTBOUND_FROM: 'us' }, 'FRONTDESK_OUTBOUND_FROM is a number of yours'],
    [{ FRONTDESK_OUTBOUND_PER_MINUTE: '0' }, 'FRONTDESK_OUTBOUND_PER_MINUTE is a number from 1 to 600.'],
    [{ FRONTDESK_ESPEAK: 'yes' }, 'FRONTDESK_ESPEAK is "auto", "on" or "off".'],
    [{ FRONTDESK_POLLY_REGION: 'Frankfurt am Main' }, 'FRONTDESK_POLLY_REGION is a region like'],
    [{ FRONTDESK_POLLY_REGION: 'eu-west-1' }, 'FRONTDESK_POLLY_KEY is needed beside FRONTDESK_POLLY_REGION.'],
    [{ FRONTDESK_POLLY_VOICES: 'Amy' }, 'FRONTDESK_POLLY_REGION is needed beside FRONTDESK_POLLY_VOICES.'],
    [{ FRONTDESK_GOOGLE_TTS_KEY: 'two words' }, 'FRONTDESK_GOOGLE_TTS_KEY is a key'],
    [{ FRONTDESK_GOOGLE_TTS_VOICES: 'x' }, 'FRONTDESK_GOOGLE_TTS_KEY is needed beside FRONTDESK_GOOGLE_TTS_VOICES.'],
    [{ FRONTDESK_AZURE_SPEECH_KEY: 'k' }, 'FRONTDESK_AZURE_SPEECH_REGION is needed beside FRONTDESK_AZURE_SPEECH_KEY.'],
    [{ FRONTDESK_OPENAI_SPEECH_URL: 'api.openai.com' }, 'FRONTDESK_OPENAI_SPEECH_URL is an http address'],
    [{ FRONTDESK_OPENAI_SPEECH_URL: 'http://a/v1' }, 'FRONTDESK_OPENAI_SPEECH_VOICES is needed beside'],
    [
      { FRONTDESK_OPENAI_SPEECH_MODEL: 'x' },
      'FRONTDESK_OPENAI_SPEECH_URL is needed beside FRONTDESK_OPENAI_SPEECH_MODEL',
    ],
    [
      { FRONTDESK_OPENAI_SPEECH_URL: 'http://a/v1', FRONTDESK_OPENAI_SPEECH_VOICES: 'alloy=German-' },
      /^FRONTDESK_OPENAI_SPEECH_VOICES is a list like alloy,nova=de-DE; "alloy=German-" does not fit into it\.$/,
    ],
    [
      { FRONTDESK_OPENAI_SPEECH_URL: 'http://me:secret@a/v1', FRONTDESK_OPENAI_SPEECH_VOICES: 'alloy' },
      /^FRONTDESK_OPENAI_SPEECH_URL holds no password: there is a key for that\.$/,
    ],
    [{ FRONTDESK_S3_ENDPOINT: 's3.example' }, 'FRONTDESK_S3_ENDPOINT is an http address like'],
    [{ FRONTDESK_S3_ENDPOINT: 'https://s3.example/bucket' }, 'FRONTDESK_S3_ENDPOINT is an address without a path'],
    [{ FRONTDESK_S3_ENDPOINT: 'https://me:pw@s3.example' }, 'FRONTDESK_S3_ENDPOINT is an address without a path'],
    [{ FRONTDESK_S3_REGION: 'Europe' }, 'FRONTDESK_S3_REGION is a region like'],
    [{ FRONTDESK_S3_BUCKET: 'Our recordings' }, 'FRONTDESK_S3_BUCKET is the name of a bucket'],
    [{ FRONTDESK_S3_PREFIX: '../x' }, 'FRONTDESK_S3_PREFIX is a beginning of keys'],
    [{ FRONTDESK_S3_ACCESS_KEY: 'two words' }, 'FRONTDESK_S3_ACCESS_KEY is a key'],
    [{ FRONTDESK_S3_PATH_STYLE: 'yes' }, 'FRONTDESK_S3_PATH_STYLE is "on" or "off".'],
    [{ FRONTDESK_S3_BUCKET: 'recordings' }, 'FRONTDESK_S3_ENDPOINT is needed beside FRONTDESK_S3_BUCKET.'],
    [{ FRONTDESK_S3_ENDPOINT: 'https://s3.example' }, 'FRONTDESK_S3_BUCKET is needed beside FRONTDESK_S3_ENDPOINT.'],
    [{ ...bucket, FRONTDESK_RECORDINGS: '/srv/recordings' }, 'recordings are kept in one of them.'],
    [{ FRONTDESK_PROT: '8080' }, 'FRONTDESK_PROT is not a setting'],
    [{ FRONTDESK_HOST: '0.0.0.0', FRONTDESK_DEMO: 'on' }, 'FRONTDESK_DEMO has known passwords'],
    [{ FRONTDESK_ORIGIN: 'https://desk.example', FRONTDESK_DEMO: 'on' }, 'FRONTDESK_DEMO has known passwords'],
    [{ FRONTDESK_PBX_USER: 'frontdesk' }, 'FRONTDESK_PBX_URL is needed beside FRONTDESK_PBX_USER.'],
    [{ FRONTDESK_PBX_PASSWORD: 'x' }, 'FRONTDESK_PBX_URL is needed beside FRONTDESK_PBX_PASSWORD.'],
    [
      { FRONTDESK_PBX_URL: 'http://127.0.0.1:8088', FRONTDESK_PBX_USER: 'x' },
      'FRONTDESK_PBX_PASSWORD is needed beside FRONTDESK_PBX_URL.',
    ],
    [{ FRONTDESK_TRUNK_MATCH: '192.0.2.1,carrier.example' }, '"carrier.example" does not fit into it.'],
    [{ FRONTDESK_TRUNK_MATCH: '192.0.2.0/33' }, 'FRONTDESK_TRUNK_MATCH is a list of addresses and networks like'],
    [{ FRONTDESK_TRUNK_MATCH: '192.0.2.1\nendpoint=mira' }, 'FRONTDESK_TRUNK_MATCH is a list of addresses'],
    [{ FRONTDESK_TRUNK_MATCH: ',' }, 'FRONTDESK_TRUNK_MATCH is a list of addresses'],
    [{ FRONTDESK_TRUNK_CONTACT: 'sip:carrier.example\nx=y' }, 'FRONTDESK_TRUNK_CONTACT is a SIP address like'],
    [{ FRONTDESK_TRUSTED_PROXIES: '10.0.0.7' }, 'FRONTDESK_ORIGIN is needed beside FRONTDESK_TRUSTED_PROXIES.'],
    [
      { FRONTDESK_ORIGIN: 'https://desk.example', FRONTDESK_TRUSTED_PROXIES: 'nginx' },
      'FRONTDESK_TRUSTED_PROXIES is a list of addresses and networks like',
    ],
  ])('names what is wrong in %o', (env, sentence) => {
    const settings = readSettings(env);
    expect(settings.ok ? '' : settings.error).toMatch(sentence);
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

  it.each([
    ['https://desk.example/', 'https://desk.example'],
    ['desk.example', 'https://desk.example'],
    ['desk.example:8443', 'https://desk.example:8443'],
    ['http://Desk.example:80/reception', 'http://desk.example'],
    ['https://desk.example,https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://me:secret@desk.example', 'https://desk.example'],
    ['https://*.desk.example', 'https://frontdesk.example'],
    ['ftp://desk.example', 'https://frontdesk.example'],
    ['the desk', 'https://frontdesk.example'],
  ])('says how the origin %s is to be written', (FRONTDESK_ORIGIN, right) => {
    expect(readSettings({ FRONTDESK_ORIGIN })).toEqual({
      ok: false,
      error: `FRONTDESK_ORIGIN is an origin as browsers send it, scheme and host without a slash at the end: ${right}.`,
    });
  });

  it.each([
    [{}, []],
    [{ FRONTDESK_ORIGIN: 'https://desk.example, http://10.0.0.7:8080' }, ['127.0.0.0/8', '::1']],
    [{ FRONTDESK_ORIGIN: 'https://desk.example', FRONTDESK_TRUSTED_PROXIES: '10.0.0.7' }, ['10.0.0.7']],
  ])('believes proxies where people type the address of one: %o', (env, proxies) => {
    expect(readSettings(env)).toMatchObject({ ok: true, value: { proxies } });
  });

  it.each([
    [{ FRONTDESK_HOST: '0.0.0.0' }, false],
    [{ FRONTDESK_ORIGIN: 'https://desk.example' }, false],
    [{ FRONTDESK_ORIGIN: 'http://localhost:9000,http://[::1]:9000' }, true],
    [{ FRONTDESK_ORIGIN: 'http://localhost:9000,https://desk.example' }, false],
  ])('turns the demo off as soon as others can reach the server: %o', (env, demo) => {
    expect(readSettings(env)).toMatchObject({ ok: true, value: { demo } });
  });

  it('takes addresses and networks of both families as the trunk', () => {
    const settings = readSettings({ FRONTDESK_TRUNK_MATCH: '192.0.2.10, 198.51.100.0/24,2001:db8::/48' });
    const match = ['192.0.2.10', '198.51.100.0/24', '2001:db8::/48'];
    expect(settings).toMatchObject({ ok: true, value: { trunk: { match } } });
  });

  it('asks no network for a voice unless it is told to', () => {
    expect(readSettings({ FRONTDESK_POLLY_KEY: '' })).toMatchObject({
      ok: true,
      value: { voices: { espeak: 'auto', polly: null, google: null, azure: null, openAi: null } },
    });
  });

  it('knows which voices are wanted of whom', () => {
    const settings = readSettings({
      FRONTDESK_ESPEAK: 'off',
      FRONTDESK_POLLY_REGION: 'eu-central-1',
      FRONTDESK_POLLY_KEY: 'AKID',
      FRONTDESK_POLLY_SECRET: 'se/cr+et=',
      FRONTDESK_GOOGLE_TTS_KEY: 'AIza',
      FRONTDESK_GOOGLE_TTS_VOICES: 'en-US-Neural2-F, de-DE-Neural2-C',
      FRONTDESK_AZURE_SPEECH_REGION: 'westeurope',
      FRONTDESK_AZURE_SPEECH_KEY: 'key',
      FRONTDESK_OPENAI_SPEECH_URL: 'http://127.0.0.1:8880/v1',
      FRONTDESK_OPENAI_SPEECH_VOICES: 'alloy, af_bella=en-US,',
    });
    expect(settings.ok && settings.value.voices).toEqual({
      espeak: 'off',
      polly: { region: 'eu-central-1', key: 'AKID', secret: 'se/cr+et=', voices: [] },
      google: { key: 'AIza', voices: ['en-US-Neural2-F', 'de-DE-Neural2-C'] },
      azure: { region: 'westeurope', key: 'key', voices: [] },
      openAi: {
        url: 'http://127.0.0.1:8880/v1',
        key: null,
        model: 'tts-1',
        voices: [
          { name: 'alloy', language: null },
          { name: 'af_bella', language: 'en-US' },
        ],
      },
    });
  });
});
