import { silence } from '../../caller/media/audio-source.ts';
import { readWav, writeWav } from '../../caller/media/wav.ts';
import type { SipCaller } from '../../caller/sip-caller.ts';
import { dial } from '../support/call.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectSpokenTo, speak, waitForTone } from '../support/hearing.ts';
import { openLine, toneOf } from '../support/messages.ts';
import { toneShare } from '../support/recordings.ts';

const theirHz = 880;
const greetingHz = 1000;
const quiet = { plays: silence() };

/** Waits for the tone, says something, and says that it is all. */
async function leaveMessage(caller: SipCaller): Promise<void> {
  await waitForTone(caller);
  await speak(caller, theirHz, 2500);
}

test('a caller nobody takes leaves a message: it is kept with its sound, and they are on the list', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const tomas = (await signIn('tomas')).page;
  const mira = (await signIn('mira')).page;
  await openLine(tomas, frontdesk, { id: 'nobody', number: '5550170', closed: false });
  const vilma = await caller('Vilma Voicemail', quiet);
  await dial(vilma, '5550170');
  await expectSpokenTo(vilma);
  await leaveMessage(vilma);
  await vilma.press('#');
  expect((await vilma.ended(20_000)).by).toBe('them');

  const api = `${frontdesk.url}/api/v1`;
  const { recordings } = await (await mira.request.get(`${api}/recordings?kind=voicemail&search=vilma`)).json();
  expect(recordings).toMatchObject([{ kind: 'voicemail', caller: { name: 'Vilma Voicemail' }, handled: null }]);
  const [{ id, lengthMs }] = recordings;
  expect(lengthMs).toBeGreaterThan(2000);
  const sound = await (await mira.request.get(`${api}/recordings/${id}/sound`)).body();
  const pcm = readWav(sound);
  if (!pcm.ok) throw new Error(pcm.error);
  expect(toneShare(pcm.value, theirHz, 0, 2000)).toBeGreaterThan(0.5);

  const list = async (page = mira) => (await page.request.get(`${api}/worklist?search=vilma`)).json();
  await expect.poll(async () => (await list()).items).toMatchObject([{ what: 'voicemail', recordingId: id }]);
  const [item] = (await list()).items;
  const ana = (await signIn('ana')).page;
  expect((await ana.request.post(`${api}/worklist/${item.id}/own`, { data: {} })).status()).toBe(200);
  const second = await mira.request.post(`${api}/worklist/${item.id}/own`, { data: {} });
  expect(await second.json()).toMatchObject({ code: 'alreadyOwned', by: 'Ana Lindqvist' });
  await ana.request.post(`${api}/worklist/${item.id}/done`, { data: { done: true } });
  expect((await list()).items).toEqual([]);
  const heard = await (await mira.request.get(`${api}/recordings/${id}`)).json();
  expect(heard.recording.handled).toMatchObject({ by: { name: 'Ana Lindqvist' } });
});

test('after hours what a caller said is kept, though they hang up in the middle of it', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const tomas = (await signIn('tomas')).page;
  await openLine(tomas, frontdesk, { id: 'after-hours', number: '5550171', closed: true });
  const nils = await caller('Nils Nightly', quiet);
  await nils.dial('5550171');
  await expectSpokenTo(nils);
  await leaveMessage(nils);
  await nils.hangUp();
  const kept = async () => {
    const url = `${frontdesk.url}/api/v1/recordings?kind=voicemail&search=nils`;
    return (await (await tomas.request.get(url)).json()).recordings;
  };
  await expect.poll(kept).toMatchObject([{ caller: { name: 'Nils Nightly' } }]);
  // What was said is kept first; that the call is over is stored after it.
  const calls = async () => (await tomas.request.get(`${frontdesk.url}/api/v1/calls?search=nils`)).json();
  await expect.poll(calls).toMatchObject({ calls: [{ state: 'ended', reason: 'voicemailLeft' }], total: 1 });
});

test('a greeting of one’s own is heard; what is no sound, or too large, changes nothing', async ({
  signIn,
  caller,
  frontdesk,
}) => {
  test.setTimeout(120_000);
  const tomas = (await signIn('tomas')).page;
  await openLine(tomas, frontdesk, { id: 'greets', number: '5550172', closed: true });
  const url = `${frontdesk.url}/api/v1/queues/greets/greeting/closed`;
  const put = (data: Buffer, type = 'audio/wav') =>
    tomas.request.post(url, { data, headers: { 'content-type': type } });
  expect((await put(writeWav(toneOf(greetingHz, 3)))).status()).toBe(200);
  const kept = await (await tomas.request.get(url)).body();

  const broken = writeWav(toneOf(greetingHz, 1)).subarray(0, 30);
  expect(await (await put(broken)).json()).toMatchObject({ code: 'notASound' });
  expect(await (await put(Buffer.from('%PDF-1.7'), 'application/pdf')).json()).toMatchObject({ code: 'notASound' });
  expect(await (await put(Buffer.alloc(6 * 1024 * 1024))).json()).toMatchObject({ code: 'soundTooLarge' });
  expect(await (await put(writeWav(toneOf(greetingHz, 125)))).json()).toMatchObject({ code: 'soundTooLong' });
  expect((await (await tomas.request.get(url)).body()).equals(kept)).toBe(true);

  const gina = await caller('Gina Greeted', quiet);
  await gina.dial('5550172');
  await gina.answered(15_000);
  await gina.until(() => gina.hears(greetingHz), 10_000, 'the greeting');
  await gina.hangUp();
});
