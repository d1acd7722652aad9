import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../composition/system-clock.ts';
import type { LogFields } from '../../ports/log.ts';
import { silentLog } from '../../telephony/silent-log.testing.ts';
import { createVirtualClock } from '../../telephony/fake/virtual-clock.ts';
import { aMail, describeMailer } from '../mailer-contract.testing.ts';
import { createSmtpMailer, type SmtpMailerOptions } from './smtp-mailer.ts';
import { openSmtpServer } from './smtp-server.testing.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function rigOf(
  options: Partial<SmtpMailerOptions> = {},
  serverOptions: Parameters<typeof openSmtpServer>[0] = {},
) {
  const server = await openSmtpServer(serverOptions);
  const logged: LogFields[] = [];
  const log = { ...silentLog, warn: (fields: LogFields): void => void logged.push(fields) };
  const mailer = createSmtpMailer({
    host: '127.0.0.1',
    port: server.port,
    tls: 'never',
    user: null,
    from: 'reception@example.com',
    clock: systemClock,
    log,
    ...options,
  });
  open.push(server.close);
  return { ...server, mailer, logged };
}

describeMailer('smtp', async () => {
  const rig = await rigOf();
  return { ...rig, received: () => rig.received };
});

it('signs in, and says what kind of failure it was when it may not, without the password', async () => {
  const user = { name: 'desk', password: 'secret' };
  const welcome = await rigOf({ user });
  expect(await welcome.mailer.send(aMail)).toMatchObject({ ok: true });
  expect(welcome.signedIn).toEqual(['desk']);
  expect(welcome.mailer.name).toBe(`smtp://127.0.0.1:${welcome.port}`);

  const stranger = await rigOf({ user: { ...user, password: 'wrong-word' } });
  expect(await stranger.mailer.send(aMail)).toEqual({ ok: false, error: 'mailUnavailable' });
  expect(stranger.logged).toMatchObject([{ code: 'EAUTH', responseCode: 535 }]);
  expect(JSON.stringify(stranger.logged)).not.toContain('wrong-word');
});

it('comes back to a recipient who is not taken at the moment', async () => {
  const rig = await rigOf();
  rig.refuse(aMail.to, 451);
  expect(await rig.mailer.send(aMail)).toEqual({ ok: false, error: 'mailUnavailable' });
});

it('says that a mail is refused which is longer than the server takes', async () => {
  const rig = await rigOf({}, { size: 1000 });
  const long = { ...aMail, text: 'x'.repeat(5000) };
  expect(await rig.mailer.send(long)).toEqual({ ok: false, error: 'mailRefused' });
});

it('says nothing in clear to a server that offers no encryption where it must', async () => {
  const rig = await rigOf({ tls: 'upgraded', user: { name: 'desk', password: 'secret' } });
  expect(await rig.mailer.send(aMail)).toEqual({ ok: false, error: 'mailUnavailable' });
  expect([rig.signedIn, rig.received]).toEqual([[], []]);
});

it.each([
  ['always', { secure: true }],
  ['upgraded', { disabledCommands: [] }],
] as const)('does not trust a certificate nobody vouches for (%s)', async (tls, serverOptions) => {
  const rig = await rigOf({ tls }, { ...serverOptions, disabledCommands: [] });
  expect(await rig.mailer.send(aMail)).toEqual({ ok: false, error: 'mailUnavailable' });
  expect(rig.received).toEqual([]);
});

it('does not wait for ever', async () => {
  const clock = createVirtualClock();
  let connected = (_release: () => void): void => {};
  const connection = new Promise<() => void>((resolve) => {
    connected = resolve;
  });
  const rig = await rigOf({ clock }, { onConnect: (_session, done) => connected(() => done(new Error('busy'))) });
  const sending = rig.mailer.send(aMail);
  const release = await connection;
  clock.advance(100_000);
  expect(await sending).toEqual({ ok: false, error: 'mailUnavailable' });
  release();
});
