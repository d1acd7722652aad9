import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dial, expectCallerHears } from '../support/call.ts';
import { pbxPid } from '../support/engines.ts';
import { callerHz, expect, microphoneHz, test } from '../support/fixtures.ts';
import { type Instance, newDataFolder, startInstance } from '../support/instance.ts';
import { recordingDesk, talk, talkTime, toneShare } from '../support/recordings.ts';
import { signInAt } from '../support/sign-in-at.ts';

/** The next server on the same folder finds the PBX where it was. */
const portsOf = ({ sip, rtp }: Instance) => ({
  FRONTDESK_SIP_PORT: String(sip.port),
  FRONTDESK_RTP_PORTS: `${rtp.low}-${rtp.high}`,
});

test('where nothing can be kept nothing is recorded: the call goes on, and its desk is told', async ({
  openBrowser,
  caller,
  atTheEnd,
}) => {
  test.setTimeout(120_000);
  const dataFolder = await newDataFolder();
  // A file where a folder should be: nobody can write into it, whoever they are.
  const recordings = path.join(dataFolder, 'taken');
  await writeFile(recordings, '');
  const full = await startInstance({ workerIndex: 17, dataFolder, env: { FRONTDESK_RECORDINGS: recordings } });
  atTheEnd('browser', () => full.dispose());
  const mira = await signInAt(await openBrowser(), full.url, 'mira');
  const fred = await caller('Fred Full', { server: full.sip });
  await dial(fred);
  await mira.answer('Fred Full');
  const desk = recordingDesk(mira, full.url);
  const callId = await desk.callId();
  expect(await desk.does('start', callId)).toBe(503);
  expect(await desk.state(callId)).toBe('failed');
  await expectCallerHears(fred, microphoneHz);
  await mira.expectHears(callerHz);
});

test('where recordings are kept goes away in mid-call: its desk and the health say so, and what was said is kept once it is back', async ({
  openBrowser,
  caller,
  atTheEnd,
}) => {
  test.setTimeout(240_000);
  const dataFolder = await newDataFolder();
  const recordings = path.join(dataFolder, 'sounds');
  const away = path.join(dataFolder, 'sounds-away');
  const server = await startInstance({ workerIndex: 19, dataFolder, env: { FRONTDESK_RECORDINGS: recordings } });
  atTheEnd('browser', () => server.dispose());
  const mira = await signInAt(await openBrowser(), server.url, 'mira');
  const tomas = await signInAt(await openBrowser(), server.url, 'tomas');
  const place = async (): Promise<string> =>
    (await (await tomas.page.request.get(`${server.url}/api/v1/system-health`)).json()).recordings.state;
  const gwen = await caller('Gwen Goneplace', { server: server.sip });
  await dial(gwen);
  await mira.answer('Gwen Goneplace');
  await expectCallerHears(gwen, microphoneHz);
  await mira.expectHears(callerHz);
  const desk = recordingDesk(mira, server.url);
  const callId = await desk.callId();
  expect(await desk.does('start', callId)).toBe(202);
  expect(await place()).toBe('working');
  await talk(gwen, 3_000);

  await rename(recordings, away);
  // A file where the folder should be: it cannot be made anew, whoever asks.
  await writeFile(recordings, '');
  const card = mira.active('Gwen Goneplace');
  await expect(card.getByText(/^Recording failed: what is said cannot be kept/)).toBeVisible({ timeout: 30_000 });
  expect(await desk.state(callId)).toBe('failed');
  // It is looked at three times a minute.
  await expect.poll(place, { message: 'the place of recordings', timeout: 60_000 }).toBe('down');
  await expectCallerHears(gwen, microphoneHz);
  await mira.expectHears(callerHz);

  await rm(recordings);
  await rename(away, recordings);
  // Tried again after 15, 30 and 60 s.
  const recording = await desk.kept('Gwen Goneplace', 120_000);
  expect(recording.cut).toBe(true);
  expect(recording.lengthMs).toBeGreaterThan(2_500);
  const { left, right } = await desk.sound(recording.id);
  expect(toneShare(left, callerHz, 500, 2_500)).toBeGreaterThan(0.8);
  expect(toneShare(right, microphoneHz, 500, 2_500)).toBeGreaterThan(0.8);
});

test('what was being recorded when the server was killed goes on without it, and is whole', async ({
  openBrowser,
  caller,
  atTheEnd,
}) => {
  test.setTimeout(150_000);
  const patient = { FRONTDESK_GRACE_SECONDS: '60' };
  const first = await startInstance({ workerIndex: 18, env: patient });
  const console = await signInAt(await openBrowser(), first.url, 'mira');
  const kay = await caller('Kay Killed', { server: first.sip });
  await dial(kay);
  await console.answer('Kay Killed');
  await expectCallerHears(kay, microphoneHz);
  const before = recordingDesk(console, first.url);
  const talked = talkTime();
  expect(await before.does('start', await before.callId())).toBe(202);
  talked.begun();
  await talk(kay, 1_000);
  await first.stop('SIGKILL');
  const env = { ...patient, ...portsOf(first) };
  const second = await startInstance({ workerIndex: 18, dataFolder: first.dataFolder, env });
  atTheEnd('browser', () => second.dispose());
  const again = await signInAt(await openBrowser(), second.url, 'mira');
  const after = recordingDesk(again, second.url);
  expect(await after.state(await after.callId())).toBe('on');
  await talk(kay, 1_000);
  talked.ending();
  await kay.hangUp();
  const { least, most } = talked.over();
  const recording = await after.kept('Kay Killed');
  expect(recording.cut).toBe(false);
  // Without the time the server was away it would be a fifth of this; a machine that starts a server drops some sound.
  expect(recording.lengthMs).toBeGreaterThan(0.75 * least);
  expect(recording.lengthMs).toBeLessThan(most + 500);
  const { left } = await after.sound(recording.id);
  // Before the kill, and after it.
  for (const at of [300, recording.lengthMs - 1_000])
    expect(toneShare(left, callerHz, at, at + 500)).toBeGreaterThan(0.5);
});

test('what was said until the server and the phone system were killed is in the list, as cut, once', async ({
  openBrowser,
  caller,
  atTheEnd,
}) => {
  test.setTimeout(150_000);
  const first = await startInstance({ workerIndex: 20 });
  const mira = await signInAt(await openBrowser(), first.url, 'mira');
  const bo = await caller('Bo Bothkilled', { server: first.sip });
  await dial(bo);
  await mira.answer('Bo Bothkilled');
  await expectCallerHears(bo, microphoneHz);
  const before = recordingDesk(mira, first.url);
  expect(await before.does('start', await before.callId())).toBe(202);
  await talk(bo, 6_000);
  const pbx = await pbxPid(first);
  // The server first: it must not know of the other's end.
  await first.stop('SIGKILL');
  process.kill(pbx, 'SIGKILL');
  const second = await startInstance({ workerIndex: 20, dataFolder: first.dataFolder, env: portsOf(first) });
  atTheEnd('browser', () => second.dispose());
  expect(await pbxPid(second)).not.toBe(pbx);
  const after = recordingDesk(await signInAt(await openBrowser(), second.url, 'mira'), second.url);
  const recording = await after.kept('Bo Bothkilled');
  expect(recording.cut).toBe(true);
  expect(recording.lengthMs).toBeGreaterThan(3_500);
  const { left, right } = await after.sound(recording.id);
  expect(toneShare(left, callerHz, 500, 3_500)).toBeGreaterThan(0.8);
  expect(toneShare(right, microphoneHz, 500, 3_500)).toBeGreaterThan(0.8);
});
