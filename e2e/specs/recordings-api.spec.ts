import type { Page } from '@playwright/test';
import { z } from 'zod';
import { recordingSchema } from '../../shared/protocol/recordings.ts';
import { recordingOperations } from '../../shared/protocol/recording-operations.ts';
import { auditOperations } from '../../shared/protocol/audit-operations.ts';
import { dial } from '../support/call.ts';
import { callerHz, expect, test } from '../support/fixtures.ts';
import { speak } from '../support/hearing.ts';
import { ask, askSound } from '../support/ask.ts';

const password = 'a-password-of-her-own';
const callsSchema = z.object({
  calls: z.array(z.object({ id: z.string(), caller: z.object({ name: z.string().nullable() }) })),
});

/** The recording of that caller, as soon as it can be heard. */
async function recordingOf(page: Page, name: string) {
  const find = async () => {
    const answer = await ask(page, `/api/v1/recordings?search=${encodeURIComponent(name)}`);
    return recordingOperations.recordings.answer.parse(answer.body).recordings;
  };
  await expect.poll(async () => (await find()).length, { message: `a recording of ${name}`, timeout: 15_000 }).toBe(1);
  return recordingSchema.parse((await find())[0]);
}

test('what was said is heard in parts by who may, is not there for others, and the log tells of it', async ({
  signIn,
  openBrowser,
  frontdesk,
  caller,
}) => {
  const name = 'Rosa Ranges';
  const mira = await signIn('mira');
  const rosa = await caller(name);
  await dial(rosa);
  await mira.answer(name);
  await mira.expectHears(callerHz);
  const { calls } = callsSchema.parse((await ask(mira.page, '/api/v1/calls?limit=20')).body);
  const call = calls.find((one) => one.caller.name === name);
  const start = await ask(mira.page, `/api/v1/calls/${call?.id}/recording/start`, { method: 'POST' });
  expect(start.status).toBeLessThan(300);
  await speak(rosa, callerHz, 2500);
  await rosa.hangUp();
  const recording = await recordingOf(mira.page, name);
  const sound = `/api/v1/recordings/${recording.id}/sound`;

  await test.step('ranges', async () => {
    const whole = await askSound(mira.page, sound);
    expect(whole).toMatchObject({ status: 200, type: 'audio/wav' });
    const part = await askSound(mira.page, sound, 'bytes=0-3');
    expect(part).toMatchObject({ status: 206, range: `bytes 0-3/${whole.length}`, length: 4, head: 'RIFF' });
    const beyond = await askSound(mira.page, sound, `bytes=${whole.length}-`);
    expect(beyond).toMatchObject({ status: 416, range: `bytes */${whole.length}` });
  });

  const tomas = await signIn('tomas');
  await test.step('another line’s is not there, until it is shared', async () => {
    const vera = {
      name: 'Vera Elsewhere',
      email: 'vera@nordkap.example',
      extension: '288',
      role: 'receptionist',
      password,
    };
    const made = await ask(tomas.page, '/api/v1/users', { method: 'POST', body: { ...vera, queueIds: [] } });
    expect(made.status).toBe(201);
    const { id } = z.object({ id: z.string() }).parse(made.body);
    const elsewhere = await (await openBrowser()).newPage();
    await elsewhere.goto(frontdesk.url);
    await ask(elsewhere, '/api/v1/session', { method: 'POST', body: { login: vera.email, password } });
    expect(await ask(elsewhere, `/api/v1/recordings/${recording.id}`)).toMatchObject({ status: 404 });
    expect(await askSound(elsewhere, sound)).toMatchObject({ status: 404 });
    const shared = await ask(mira.page, `/api/v1/recordings/${recording.id}/share`, {
      method: 'POST',
      body: { days: 1 },
    });
    const { path } = recordingOperations.shareRecording.answer.parse(shared.body);
    expect(await ask(elsewhere, `/api/v1${path}`)).toMatchObject({ status: 200, body: { mayChange: false } });
    const word = path.slice(path.indexOf('?'));
    expect(await askSound(elsewhere, `${sound}${word}`, 'bytes=0-3')).toMatchObject({ status: 206, head: 'RIFF' });
    expect(
      await ask(elsewhere, `/api/v1/recordings/${recording.id}/note`, { method: 'POST', body: { note: 'x' } }),
    ).toMatchObject({
      status: 404,
    });
    await ask(tomas.page, `/api/v1/users/${id}`, { method: 'PATCH', body: { disabled: true } });
  });

  await test.step('a receptionist does not delete it; nobody does while it is kept', async () => {
    const one = `/api/v1/recordings/${recording.id}`;
    expect(await ask(mira.page, one, { method: 'DELETE' })).toMatchObject({ status: 403 });
    await ask(tomas.page, `${one}/exempt`, { method: 'POST', body: { exempt: true } });
    expect(await ask(tomas.page, one, { method: 'DELETE' })).toMatchObject({ status: 409 });
    await ask(tomas.page, `${one}/exempt`, { method: 'POST', body: { exempt: false } });
    expect(await ask(tomas.page, one, { method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await askSound(mira.page, sound)).toMatchObject({ status: 404 });
  });

  const log = await ask(tomas.page, `/api/v1/audit?subject=${recording.id}`);
  const { entries } = auditOperations.audit.answer.parse(log.body);
  expect(entries.map(({ action, by }) => `${by?.name} ${action}`)).toEqual([
    'Tomás Ferreira recordingDeleted',
    'Tomás Ferreira recordingUnexempted',
    'Tomás Ferreira recordingExempted',
    'Vera Elsewhere recordingHeard',
    'Vera Elsewhere shareOpened',
    'Mira Petrović recordingShared',
    'Mira Petrović recordingHeard',
  ]);
});
