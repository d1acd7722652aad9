import { expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { must } from '../storage/samples.testing.ts';
import { outOfReach } from './out-of-reach.ts';

const said = (env: Readonly<Record<string, string>>): readonly string[] => outOfReach(must(readSettings(env)));
const trunk = /^No call comes from or goes to what FRONTDESK_TRUNK.*FRONTDESK_PBX_URL/;
const desks = /^Desks on other machines hear no caller.*FRONTDESK_PBX_URL/;

it.each([
  [{ FRONTDESK_TRUNK_MATCH: '127.0.0.1,192.0.2.0/24' }, [trunk]],
  [{ FRONTDESK_TRUNK_CONTACT: 'sip:reception@carrier.example:5060;transport=tcp' }, [trunk]],
  [{ FRONTDESK_TRUNK_CONTACT: 'sips:[2001:db8::1]:5061' }, [trunk]],
  [{ FRONTDESK_HOST: '0.0.0.0' }, [desks]],
  [{ FRONTDESK_ORIGIN: 'https://desk.example' }, [desks]],
  [{ FRONTDESK_HOST: '10.0.0.7', FRONTDESK_TRUNK_MATCH: '192.0.2.10' }, [trunk, desks]],
])('%o cannot work with the embedded PBX, which is said with the way on', (env, sentences) => {
  expect(said(env)).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)));
});

it.each([
  {},
  { FRONTDESK_TRUNK_MATCH: '127.0.0.1,127.0.0.3/32,::1' },
  { FRONTDESK_TRUNK_CONTACT: 'sip:127.0.0.1:5070' },
  { FRONTDESK_TRUNK_CONTACT: 'sip:desk@[::1]:5070' },
  { FRONTDESK_ORIGIN: 'http://localhost:9000' },
  {
    FRONTDESK_HOST: '0.0.0.0',
    FRONTDESK_TRUNK_MATCH: '192.0.2.10',
    FRONTDESK_PBX_URL: 'http://10.0.0.5:8088',
    FRONTDESK_PBX_USER: 'frontdesk',
    FRONTDESK_PBX_PASSWORD: 'x',
  },
])('%o can', (env) => {
  expect(said(env)).toEqual([]);
});
