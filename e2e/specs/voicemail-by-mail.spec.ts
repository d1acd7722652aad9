import { silence } from '../../caller/media/audio-source.ts';
import { dial } from '../support/call.ts';
import { expect, test as base } from '../support/fixtures.ts';
import { expectSpokenTo, speak, waitForTone } from '../support/hearing.ts';
import { startInstance } from '../support/instance.ts';
import { type Mailbox, openMailbox } from '../support/mailbox.ts';

const theirHz = 880;

const test = base.extend<object, { readonly mailbox: Mailbox }>({
  mailbox: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const mailbox = await openMailbox();
      await use(mailbox);
      await mailbox.close();
    },
    { scope: 'worker' },
  ],
  frontdesk: [
    async ({ mailbox }, use, { workerIndex }) => {
      const env = { FRONTDESK_SMTP_URL: mailbox.url, FRONTDESK_SMTP_FROM: 'reception@nordkap.example' };
      const instance = await startInstance({ workerIndex, env });
      await use(instance);
      await instance.dispose();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('a message that was left goes by e-mail to whom its line says, with its sound', async ({
  signIn,
  caller,
  frontdesk,
  mailbox,
}) => {
  test.setTimeout(120_000);
  const { request } = (await signIn('tomas')).page;
  const voicemail = { unanswered: true, closed: true, greeting: '', keepDays: 30, emailTo: 'front@nordkap.example' };
  const hours = { openingHours: [], timeZone: 'Europe/Oslo', answerWithinSeconds: 5, memberIds: [] };
  const queue = { id: 'by-mail', name: 'Line by mail', ...hours, voicemail };
  const api = `${frontdesk.url}/api/v1`;
  expect((await request.post(`${api}/queues`, { data: queue })).ok()).toBe(true);
  expect((await request.post(`${api}/numbers`, { data: { number: '5550178', queueId: queue.id } })).ok()).toBe(true);
  const paula = await caller('Paula Posted', { plays: silence() });
  await dial(paula, '5550178');
  await expectSpokenTo(paula);
  await waitForTone(paula);
  await speak(paula, theirHz, 2500);
  await paula.press('#');
  expect((await paula.ended(20_000)).by).toBe('them');

  await expect.poll(() => mailbox.mails.length, { timeout: 60_000 }).toBe(1);
  const [mail] = mailbox.mails;
  expect(mail?.to).toBe('front@nordkap.example');
  expect(mail?.raw).toContain('Subject: Voicemail from Paula Posted, +1650555');
  expect(mail?.raw).toMatch(/\r\nWhen: .+ \(Europe\/Oslo\)\r\n/);
  expect(mail?.raw).toMatch(/\r\nLine: Line by mail\r\n/);
  expect(mail?.raw).toMatch(/Content-Type: audio\/(?:mpeg|wav)/);
});
