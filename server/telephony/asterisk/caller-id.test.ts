import { describe, expect, it } from 'vitest';
import { silentLog } from '../silent-log.testing.ts';
import type { AriAnswer } from './ari-rest.ts';
import type { AriChannel } from './ari-schemas.ts';
import { readCaller } from './caller-id.ts';

const channel: AriChannel = {
  id: 'leg',
  state: 'Ring',
  caller: { number: '+15550001111', name: 'Jane' },
  dialplan: { app_name: 'Stasis', app_data: 'frontdesk,incoming,100' },
};
const jane = { number: '+15550001111', name: 'Jane', withheld: false };
const nobody = { number: null, name: null, withheld: true };

type Headers = {
  readonly pres?: string;
  readonly privacy?: string;
  readonly diversion?: string;
  readonly from?: string;
};

function read(headers: Headers, changes: Partial<AriChannel> = {}) {
  const { pres = 'allowed_not_screened', privacy = '', diversion = '', from = '"Jane" <sip:+15550001111@c>' } = headers;
  const value = [pres, privacy, diversion, from].join('\u001F');
  return readCaller(async () => ({ kind: 'done', body: { value } }), silentLog, { ...channel, ...changes });
}

describe('who is calling', () => {
  it('is who the network says', async () => {
    expect(await read({})).toEqual({ caller: jane, divertedFrom: null });
  });

  it.each<Headers>([
    { pres: 'prohib_not_screened' },
    { pres: 'prohib' },
    { privacy: 'id' },
    { privacy: 'header;id;critical' },
    { privacy: 'User' },
    { from: '"Anonymous" <sip:anonymous@anonymous.invalid>' },
    { from: '<sip:Anonymous@carrier.example>;tag=1' },
    { from: '"Jane" <sip:x@anonymous.invalid>' },
  ])('is nobody when the caller wishes so: %o', async (headers) => {
    expect((await read(headers)).caller).toEqual(nobody);
  });

  it.each<Headers>([
    { privacy: 'none' },
    { privacy: 'session' },
    { privacy: 'history' },
    { from: '"sip:anonymous@x" <sip:+15550001111@c>' },
  ])('is shown when the wish is another: %o', async (headers) => {
    expect((await read(headers)).caller).toEqual(jane);
  });

  it('has no number or name where none is given, and a name without the escapes its quotes needed', async () => {
    expect((await read({}, { caller: { number: '', name: '' } })).caller).toEqual({
      ...jane,
      number: null,
      name: null,
    });
    const escaped = await read({}, { caller: { number: '1', name: String.raw`J \"JC\" \\ K` } });
    expect(escaped.caller.name).toBe(String.raw`J "JC" \ K`);
  });

  it('was sent on by whom the PBX says, or else the Diversion header', async () => {
    expect((await read({}, { caller_rdnis: '+1555' })).divertedFrom).toBe('+1555');
    expect((await read({ diversion: '"x" <sip:+1666@a>;reason=user-busy' })).divertedFrom).toBe('+1666');
    expect((await read({ diversion: '<tel:+1777>' })).divertedFrom).toBe('+1777');
  });

  it.each<AriAnswer>([
    { kind: 'unavailable' },
    { kind: 'refused', status: 404, message: 'Provided channel was not found' },
    { kind: 'refused', status: 500, message: 'Unable to read provided function' },
  ])('is hidden when it cannot be read: %o', async (answer) => {
    expect((await readCaller(async () => answer, silentLog, channel)).caller).toEqual(nobody);
  });
});
