import { expect, it } from 'vitest';
import { fail, ok } from '../../shared/result.ts';
import type { Heard, Transcriber, TranscriberFailure } from '../ports/transcriber.ts';
import { type FinishedRecording, keepInArchive } from './archive.ts';
import { openTestReception } from './reception.testing.ts';

const id = 'a'.repeat(32);
let finished: FinishedRecording = {
  id,
  kind: 'call',
  callId: 'b'.repeat(32),
  queue: { id: 'main', name: 'Main number' },
  caller: { number: '+15550001111', name: 'Jane Caller', withheld: false },
  people: [{ userId: 'u-ana', name: 'Ana Lindqvist' }],
  startedAt: 1000,
  marks: [],
  cut: false,
  keepDays: null,
  tracks: ['left', 'right'],
};

const word = (text: string, fromMs: number) => ({ text, fromMs, toMs: fromMs + 100 });
const heard = (...words: Heard['words']): Heard => ({ language: 'en', words });

/** Answers what it is told to, one after the other; after that it is out of reach. */
function createToldTranscriber() {
  const answers: (Heard | TranscriberFailure)[] = [];
  let asked = 0;
  const transcriber: Transcriber = {
    name: 'told',
    draft: true,
    transcribe: async () => {
      asked += 1;
      const answer = answers.shift() ?? 'transcriberUnavailable';
      return typeof answer === 'string' ? fail(answer) : ok(answer);
    },
    close: async () => {},
  };
  return { transcriber, answers, asked: () => asked };
}

async function openRig(...answers: readonly (Heard | TranscriberFailure)[]) {
  const told = createToldTranscriber();
  told.answers.push(...answers);
  const rig = await openTestReception({ transcriber: told.transcriber });
  const legId = await rig.arrive('Jane Caller');
  finished = { ...finished, callId: (await rig.theCall()).id };
  await rig.telephony.answer(legId);
  for (const track of ['left', 'right']) {
    await rig.telephony.record({ legId }, track, {});
    await rig.telephony.stopRecording(track);
  }
  const stateOf = async () => {
    const found = await rig.desk.recordings.find(id);
    return found.ok ? found.value?.transcript : found.error;
  };
  const wordsOf = async () => {
    const found = await rig.desk.recordings.transcriptOf(id);
    return found.ok ? found.value?.words.map(({ channel, text }) => `${channel} ${text}`) : undefined;
  };
  const later = async (ms: number): Promise<void> => {
    rig.clock.advance(ms);
    await rig.desk.transcription.idle();
  };
  return { ...rig, ...told, stateOf, wordsOf, later };
}

it('writes down each channel by itself, and puts the words in the order in which they were said', async () => {
  const rig = await openRig(heard(word('hello', 0), word('yes', 900)), heard(word('reception', 500)));
  expect(await keepInArchive(rig.desk, finished)).toMatchObject({ value: { transcript: 'pending' } });
  await rig.desk.transcription.idle();
  expect(await rig.stateOf()).toBe('ready');
  expect(await rig.wordsOf()).toEqual(['0 hello', '1 reception', '0 yes']);
  expect(await rig.desk.recordings.transcriptOf(id)).toMatchObject({
    value: { provider: 'told', draft: true, language: 'en' },
  });
  expect(rig.desk.transcription).toMatchObject({ on: true, provider: 'told', draft: true });
});

it('does nothing where nobody transcribes', async () => {
  const { desk } = await openTestReception();
  expect(desk.transcription).toMatchObject({ on: false, provider: null });
  desk.transcription.wake();
  await desk.transcription.idle();
});

it('tries again after a pause when the provider is away, and takes up what waits', async () => {
  const rig = await openRig('transcriberUnavailable');
  await keepInArchive(rig.desk, finished);
  await rig.desk.transcription.idle();
  expect([await rig.stateOf(), rig.asked()]).toEqual(['pending', 1]);
  rig.answers.push(heard(word('hello', 0)), heard());
  // Asking once more does not shorten the pause.
  rig.desk.transcription.wake();
  await rig.later(9999);
  expect(rig.asked()).toBe(1);
  await rig.later(1);
  expect([await rig.stateOf(), rig.asked()]).toEqual(['ready', 3]);
});

it('says that it failed after an hour of trying, and goes on with the next', async () => {
  const rig = await openRig();
  await keepInArchive(rig.desk, finished);
  await rig.desk.transcription.idle();
  for (let tries = 1; tries < 14; tries += 1) await rig.later(300_000);
  expect([await rig.stateOf(), rig.asked()]).toEqual(['failed', 14]);
  await rig.later(3_600_000);
  expect(rig.asked()).toBe(14);
});

it('gives up early on what the provider does not understand', async () => {
  const rig = await openRig('notUnderstood', 'notUnderstood');
  await keepInArchive(rig.desk, finished);
  await rig.desk.transcription.idle();
  await rig.later(10_000);
  expect([await rig.stateOf(), rig.asked()]).toEqual(['failed', 2]);
});

it('says that a recording whose sound is gone cannot be transcribed', async () => {
  const rig = await openRig('transcriberUnavailable');
  await keepInArchive(rig.desk, finished);
  await rig.desk.transcription.idle();
  await rig.desk.recordingStore.remove(`${id}.wav`);
  await rig.later(10_000);
  expect([await rig.stateOf(), rig.asked()]).toEqual(['failed', 1]);
});

it('keeps what was changed of the recording meanwhile', async () => {
  const rig = await openRig('transcriberUnavailable');
  await keepInArchive(rig.desk, finished);
  await rig.desk.transcription.idle();
  const found = await rig.desk.recordings.find(id);
  if (!found.ok || found.value === null) throw new Error('it is not there');
  await rig.desk.recordings.keep({ ...found.value, version: 2, note: 'call back' }, 2000);
  rig.answers.push(heard(), heard());
  await rig.later(10_000);
  expect(await rig.desk.recordings.find(id)).toMatchObject({
    value: { version: 3, note: 'call back', transcript: 'ready' },
  });
});
