import { silence } from '../../caller/media/audio-source.ts';
import type { ConsolePage } from '../pages/console-page.ts';
import { dial, expectCallerHears, mainNumber } from '../support/call.ts';
import { crashPbx } from '../support/engines.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { loudest, recordingDesk, talk, talkTime, toneShare } from '../support/recordings.ts';

test('a recording has the caller left and the receptionist right, silence where it was paused, and goes on through a hold', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(90_000);
  const mira = await signIn('mira');
  const rita = await caller('Rita Recorded');
  await dial(rita);
  await mira.answer('Rita Recorded');
  await expectCallerHears(rita, microphoneHz);
  await mira.expectHears(callerHz);
  const desk = recordingDesk(mira, frontdesk.url);
  const callId = await desk.callId();
  const talked = talkTime();
  expect(await desk.does('start', callId)).toBe(202);
  talked.begun();
  expect(await desk.state(callId)).toBe('on');
  await talk(rita, 2_000);
  expect(await desk.does('pause', callId)).toBe(202);
  await talk(rita, 2_000);
  expect(await desk.does('resume', callId)).toBe(202);
  await talk(rita, 1_000);
  await mira.page.keyboard.press('F8');
  await expect(mira.held('Rita Recorded')).toBeVisible();
  await talk(rita, 2_000);
  await mira.page.keyboard.press('F8');
  await expectCallerHears(rita, microphoneHz);
  await talk(rita, 1_000);
  talked.ending();
  expect(await desk.does('stop', callId)).toBe(202);
  const { least, most } = talked.over();
  const recording = await desk.kept('Rita Recorded');
  expect(recording.cut).toBe(false);
  // A machine that is busy with another test drops some of the sound; the marks stand where it would have been.
  expect(recording.lengthMs).toBeGreaterThan(0.97 * least - 100);
  expect(recording.lengthMs).toBeLessThan(most + 100);
  expect(recording.marks.map(({ kind }) => kind)).toEqual(['paused', 'resumed', 'held', 'unheld']);
  const [paused = 0, resumed = 0, held = 0, unheld = 0] = recording.marks.map(({ atMs }) => atMs);
  const { left, right } = await desk.sound(recording.id);
  expect(toneShare(left, callerHz, 500, paused - 300)).toBeGreaterThan(0.8);
  expect(toneShare(right, microphoneHz, 500, paused - 300)).toBeGreaterThan(0.8);
  for (const side of [left, right]) expect(loudest(side, paused + 500, resumed - 500)).toBeLessThan(300);
  expect(toneShare(right, microphoneHz, resumed + 300, held - 200)).toBeGreaterThan(0.8);
  expect(toneShare(left, callerHz, held + 300, unheld - 300)).toBeGreaterThan(0.8);
  expect(toneShare(right, microphoneHz, held + 500, unheld - 300)).toBeLessThan(0.2);
  expect(loudest(right, held + 500, unheld - 300)).toBeGreaterThan(100);
});

test('what was said until the phone system was killed is in the list, as cut', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(90_000);
  const mira = await signIn('mira');
  const cora = await caller('Cora Cut');
  await dial(cora);
  await mira.answer('Cora Cut');
  await expectCallerHears(cora, microphoneHz);
  const desk = recordingDesk(mira, frontdesk.url);
  expect(await desk.does('start', await desk.callId())).toBe(202);
  await talk(cora, 6_000);
  await crashPbx(frontdesk);
  const recording = await desk.kept('Cora Cut');
  expect(recording.cut).toBe(true);
  expect(recording.lengthMs).toBeGreaterThan(3_500);
  const { left, right } = await desk.sound(recording.id);
  expect(toneShare(left, callerHz, 500, 3_500)).toBeGreaterThan(0.8);
  expect(toneShare(right, microphoneHz, 500, 3_500)).toBeGreaterThan(0.8);
  await cora.hangUp();
  await expect(mira.connection).toHaveAttribute('data-connection', 'connected', { timeout: 30_000 });
});

test('a line whose calls are always recorded says so to the caller, in words', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(90_000);
  const tomas = await signIn('tomas');
  const restore = await setRule(tomas, frontdesk.url, { when: 'always', notice: 'announcement' });
  const mira = await signIn('mira');
  const alva = await caller('Alva Always', { plays: silence() });
  await dial(alva);
  await mira.answer('Alva Always');
  // The microphone is a tone; what is said over it is not.
  await alva.until(
    () => alva.level({ windowMs: 300 }) > 0.01 && alva.toneStrength(microphoneHz, { windowMs: 300 }) < 0.8,
    10_000,
    'the announcement',
  );
  await expectCallerHears(alva, microphoneHz);
  const desk = recordingDesk(mira, frontdesk.url);
  const callId = await desk.callId();
  expect(await desk.state(callId)).toBe('on');
  const button = (name: string) => mira.page.getByRole('button', { name });
  await expect(button('Pause the recording of Alva Always')).toBeVisible();
  await expect(button('Stop the recording of Alva Always')).toHaveCount(0);
  expect(await desk.does('stop', callId)).toBe(409);
  await alva.hangUp();
  await restore();
  const { marks } = await desk.kept('Alva Always');
  expect(marks).toMatchObject([{ kind: 'announced' }]);
});

/** Changes the rule of the main queue; returns the way back. */
async function setRule(admin: ConsolePage, url: string, recording: object): Promise<() => Promise<void>> {
  const { request } = admin.page;
  const api = `${url}/api/v1/queues`;
  const { queues, numbers } = await (await request.get(api)).json();
  const { queueId } = numbers.find(({ number }: { readonly number: string }) => number === mainNumber);
  const main = queues.find(({ id }: { readonly id: string }) => id === queueId);
  const save = async (rule: object): Promise<void> => {
    const saved = await request.post(api, { data: { ...main, recording: { ...main.recording, ...rule } } });
    expect(saved.status(), await saved.text()).toBe(200);
  };
  await save(recording);
  return () => save(main.recording);
}
