import { expect, it } from 'vitest';
import { usualRules } from '../../shared/protocol/directory.ts';
import { createFakeMailer } from '../mail/fake/fake-mailer.ts';
import type { LogFields } from '../ports/log.ts';
import { openCallBoard } from './call-board.ts';
import { openVoicemailPost, type PostParts } from './voicemail-post.ts';
import { openVoicemailRig, type VoicemailRig } from './voicemail-rig.testing.ts';

const to = 'front@example.com';
const rules = { openingHours: [], timeZone: 'Europe/Oslo', voicemail: { ...usualRules.voicemail, emailTo: to } };
const link = 'https://frontdesk.example/recordings/';

/** A server that sends what is left at a reception; several may be open at one. */
async function openPost(rig: VoicemailRig, fake: ReturnType<typeof createFakeMailer>, parts: Partial<PostParts> = {}) {
  const { calls, events, mailOutbox } = rig.stores;
  const errors: LogFields[] = [];
  const log = { ...rig.log, error: (fields: LogFields): void => void errors.push(fields) };
  const board = await openCallBoard({ calls, events, log });
  const linkTo = (id: string): string => `${link}${id}`;
  const post = openVoicemailPost({ ...rig.desk, log, mailOutbox, mailer: fake.mailer, linkTo, ...parts }, board);
  return { ...post, errors };
}

async function openRig(changes: Partial<typeof rules> = {}) {
  const rig = await openVoicemailRig({ ...rules, ...changes });
  const fake = createFakeMailer();
  const leave = async (name = 'Jane Caller'): Promise<void> => {
    const legId = await rig.arrive(name);
    await rig.listen(legId);
    await rig.finishes();
    await rig.desk.mp3s.idle();
    await rig.hangUp(legId);
  };
  const theId = async (): Promise<string> => (await rig.kept())[0]?.id ?? '';
  const waiting = async (): Promise<number | null> => {
    const found = await rig.stores.mailOutbox.waiting();
    return found.ok ? found.value : null;
  };
  return { ...rig, fake, leave, theId, waiting };
}

async function withPost() {
  const rig = await openRig();
  const post = await openPost(rig, rig.fake);
  /** So long passes, with everything that is due in it. */
  const later = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 30_000) {
      rig.clock.advance(Math.min(30_000, ms - passed));
      await post.idle();
    }
  };
  return { ...rig, post, later };
}

it('sends each message with who, when on the clock of the line, how long, where to listen, and its MP3', async () => {
  const rig = await withPost();
  await rig.leave();
  await rig.post.idle();
  await rig.later(5_000);
  const id = await rig.theId();
  expect(rig.fake.sent).toMatchObject([
    { id, to, subject: 'Voicemail from Jane Caller, +15550001', attachment: { contentType: 'audio/mpeg' } },
  ]);
  const [mail] = rig.fake.sent;
  expect(mail?.text.split('\n')).toEqual([
    'A caller left a message.',
    '',
    'From: Jane Caller, +15550001',
    expect.stringMatching(/^When: \w+,? \d+ \w+ \d{4} at \d\d:\d\d \(Europe\/Oslo\)$/),
    'Length: 0:10',
    'Line: Main number',
    '',
    `Listen: ${link}${id}`,
    'Its sound is attached.',
    '',
  ]);
  expect(mail?.attachment?.name).toMatch(/^voicemail-\d{4}-\d\d-\d\d-\d\d-\d\d-[0-9a-f]{6}\.mp3$/);
  expect(rig.counted).toContain('voicemailMailed');
  expect(await rig.waiting()).toBe(0);
});

it('sends it once, whatever becomes of it, and whoever else is there to send it', async () => {
  const rig = await withPost();
  const other = await openPost(rig, rig.fake);
  await rig.leave();
  await rig.later(120_000);
  await other.idle();
  const [recording] = await rig.kept();
  if (recording === undefined) throw new Error('nothing was kept');
  await rig.stores.recordings.keep({ ...recording, version: 2, note: 'urgent' }, rig.clock.now());
  const next = await openPost(rig, rig.fake);
  next.begin();
  await next.idle();
  await rig.later(3_600_000);
  expect(rig.fake.sent).toHaveLength(1);
});

it('sends the WAV of a message whose MP3 is not there after a minute', async () => {
  const rig = await withPost();
  await rig.leave();
  await rig.archive.recordingStore.remove(`${await rig.theId()}.mp3`);
  await rig.later(60_000);
  await rig.later(30_000);
  expect(rig.fake.sent).toMatchObject([{ attachment: { contentType: 'audio/wav' } }]);
});

it('makes up for what was left before it was there, and sends nothing of a line where nobody wants it', async () => {
  const rig = await openRig();
  await rig.leave();
  const post = await openPost(rig, rig.fake);
  post.begin();
  await post.idle();
  expect(rig.fake.sent).toHaveLength(1);

  const quiet = await openRig({ voicemail: usualRules.voicemail });
  await quiet.leave();
  const silent = await openPost(quiet, quiet.fake);
  silent.begin();
  await silent.idle();
  expect([quiet.fake.sent, await quiet.waiting()]).toEqual([[], 0]);
});

it('tries again when the server is back, also after a restart', async () => {
  const rig = await withPost();
  rig.fake.setWorking(false);
  await rig.leave();
  await rig.later(90_000);
  expect([rig.fake.sent, await rig.waiting()]).toEqual([[], 1]);
  await rig.post.close();
  rig.fake.setWorking(true);
  const next = await openPost(rig, rig.fake);
  next.begin();
  rig.clock.advance(900_000);
  await next.idle();
  expect(rig.fake.sent).toHaveLength(1);
});

it('gives up after a day, and says so', async () => {
  const rig = await withPost();
  rig.fake.setWorking(false);
  await rig.leave();
  await rig.later(22 * 3_600_000);
  expect(await rig.waiting()).toBe(1);
  await rig.later(3 * 3_600_000);
  expect(await rig.waiting()).toBe(0);
  expect(rig.counted).toContain('voicemailNotMailed');
  expect(rig.post.errors).toMatchObject([{ error: 'mailUnavailable', tries: 26 }]);
});

it('gives up earlier on an address that is refused, and takes one that was corrected', async () => {
  const rig = await withPost();
  rig.fake.refuse(to);
  await rig.leave();
  await rig.later(2 * 3_600_000);
  expect(rig.post.errors).toMatchObject([{ error: 'mailRefused', tries: 5 }]);
  await rig.leave('John Caller');
  await rig.later(30_000);
  const [queue] = (await rig.stores.directory.queues().then((found) => (found.ok ? found.value : []))) ?? [];
  if (queue === undefined) throw new Error('there is no queue');
  const voicemail = { ...queue.voicemail, emailTo: 'desk@example.com' };
  await rig.stores.directory.saveQueue({ ...queue, voicemail }, []);
  await rig.later(120_000);
  expect(rig.fake.sent).toMatchObject([{ to: 'desk@example.com', subject: expect.stringContaining('John Caller') }]);
});

it('notes what was left while the database was away, and does not send again what it could not note', async () => {
  const rig = await openRig();
  let away = true;
  const { mailOutbox } = rig.stores;
  const unavailable = { ok: false, error: 'databaseUnavailable' } as const;
  const post = await openPost(rig, rig.fake, {
    mailOutbox: {
      ...mailOutbox,
      finish: (...given) => (away ? Promise.resolve(unavailable) : mailOutbox.finish(...given)),
    },
  });
  rig.database.setAvailable(false);
  post.begin();
  await post.idle();
  rig.database.setAvailable(true);
  await rig.leave();
  await post.idle();
  rig.clock.advance(30_000);
  await post.idle();
  expect([rig.fake.sent.length, await rig.waiting()]).toEqual([1, 1]);
  away = false;
  rig.clock.advance(600_000);
  await post.idle();
  expect([rig.fake.sent.length, await rig.waiting()]).toEqual([1, 0]);
});

it('lets no name of a caller make a line', async () => {
  const rig = await withPost();
  await rig.leave('Jane\r\nBcc: all@example.com\n\nLine: Bank \u{202E}\u{2028}');
  await rig.later(30_000);
  const [mail] = rig.fake.sent;
  expect(mail?.subject).toBe('Voicemail from Jane Bcc: all@example.com Line: Bank, +15550001');
  expect(mail?.text.split('\n').filter((line) => /^(Line|Bcc):/.test(line))).toEqual(['Line: Main number']);
});

it('takes no mail with it that is of a message somebody has deleted', async () => {
  const rig = await withPost();
  rig.fake.setWorking(false);
  await rig.leave();
  await rig.later(30_000);
  await rig.stores.recordings.remove(await rig.theId(), rig.clock.now());
  rig.fake.setWorking(true);
  await rig.later(3_600_000);
  expect([rig.fake.sent, await rig.waiting()]).toEqual([[], 0]);
});
