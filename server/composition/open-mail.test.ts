import { expect, it, vi } from 'vitest';
import { usualRules } from '../../shared/protocol/directory.ts';
import { openCallBoard } from '../calls/call-board.ts';
import { openVoicemailRig } from '../calls/voicemail-rig.testing.ts';
import { openSmtpServer } from '../mail/smtp/smtp-server.testing.ts';
import { createClosing } from './closing.ts';
import { openMail } from './open-mail.ts';

const from = 'reception@example.com';
const voicemail = { ...usualRules.voicemail, emailTo: 'front@example.com' };

it('brings what a caller left to a mail server, with a link to the address people type', async () => {
  const server = await openSmtpServer();
  const rig = await openVoicemailRig({ openingHours: [], voicemail });
  const { desk, database, clock, log } = rig;
  const closing = createClosing(() => log);
  const mail = { host: '127.0.0.1', port: server.port, tls: 'never', user: null, from } as const;
  const settings = { mail, origins: ['https://frontdesk.example'] };
  const board = await openCallBoard({ ...rig.stores, log });
  await openMail({ settings, clock, log, closing }, { database }, { desk, board });
  const legId = await rig.arrive('Jane Caller');
  await rig.listen(legId);
  await rig.finishes();
  await rig.hangUp(legId);
  await desk.mp3s.idle();
  clock.advance(30_000);
  await vi.waitFor(() => expect(server.received).toHaveLength(1));
  const [kept] = await rig.kept();
  expect(server.received[0]?.id).toBe(kept?.id);
  expect(server.received[0]?.text).toContain(`Listen: https://frontdesk.example/recordings/${kept?.id}\n`);
  await closing.close();
  expect(await rig.stores.mailOutbox.waiting()).toEqual({ ok: true, value: 0 });
  await server.close();
});
