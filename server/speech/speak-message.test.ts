import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, type Result } from '../../shared/result.ts';
import type { SpokenMessage } from '../ports/reply-speech.ts';
import type { Pcm, Speech, SpeechFailure, SpeechRequest } from '../ports/speech.ts';
import { keptLog } from '../storage/testing/kept-log.ts';
import { createFakeSpeech } from './fake/fake-speech.ts';
import { createReplySpeech } from './reply-speech.ts';
import { readWav } from './wav.ts';

const one = 'I am sorry, I cannot take your call at the moment.';
const two = 'May I call you back in the course of tomorrow?';
const three = 'If it is urgent please press five, and key your number.';
const all = `${one} ${two} ${three}`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fd-message-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Answer = Result<Pcm, SpeechFailure>;

/** Speech whose sentences come when they are let, or fail as `failing` says. */
function open(failing: (request: SpeechRequest) => SpeechFailure | undefined = () => undefined, held = false) {
  const fake = createFakeSpeech();
  const asked: SpeechRequest[] = [];
  const waiting: (() => void)[] = [];
  const synthesize: Speech['synthesize'] = async (request): Promise<Answer> => {
    asked.push(request);
    if (held && asked.length > 1) await new Promise<void>((go) => waiting.push(go));
    const failure = failing(request);
    return failure === undefined ? fake.synthesize(request) : fail(failure);
  };
  const { log, lines } = keptLog();
  const speech = { ...fake, synthesize };
  return { asked, waiting, lines, reply: createReplySpeech({ speech, folder, log }) };
}

const must = (said: Result<SpokenMessage, unknown>): SpokenMessage => {
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value;
};
const inputs = (asked: readonly SpeechRequest[]): readonly string[] => asked.map(({ input }) => input);

describe('a message of several sentences', () => {
  it('is there with its first sentence, and goes on by itself, one after the other', async () => {
    const { reply, asked, waiting } = open(undefined, true);
    const message = must(await reply.message(all, { voice: 'low' }));
    expect(message.ready).toHaveLength(1);
    expect(message.rest).toHaveLength(2);
    for (const [index, expected] of [
      [one, two],
      [one, two, three],
    ].entries()) {
      await expect.poll(() => waiting.length).toBe(index + 1);
      expect(inputs(asked)).toEqual(expected);
      waiting[index]?.();
      expect(await message.rest[index]).toMatchObject({ fellBack: false });
    }
  });

  it('is kept sentence by sentence: what was listened to is ready, and what it has in common with another', async () => {
    const { reply, asked } = open();
    const first = must(await reply.message(all, { voice: 'low' }));
    const rest = await Promise.all(first.rest);
    const again = must(await reply.message(all, { voice: 'low' }));
    expect(again.ready).toEqual([...first.ready, ...rest]);
    expect(again.rest).toEqual([]);
    const other = must(
      await reply.message(`${one} ${two} Goodbye, and have a very nice day all of you.`, { voice: 'low' }),
    );
    expect([other.ready.length, other.rest.length]).toEqual([2, 1]);
    await Promise.all(other.rest);
    expect(asked).toHaveLength(4);
  });

  it('is listened to as a whole: the very sounds, one after the other', async () => {
    const { reply } = open();
    const message = must(await reply.message(all, { voice: 'low' }));
    const whole = await reply.whole(message);
    const wav = whole.ok ? readWav(whole.value.sound) : whole;
    if (!wav.ok) throw new Error(wav.error);
    const sentences = [...message.ready, ...(await Promise.all(message.rest))];
    expect(wav.value.samples.length / 8).toBeCloseTo(
      sentences.reduce((sum, each) => sum + (each?.lengthMs ?? 0), 0),
      -1,
    );
  });

  it('is said in words, without what nobody says, and not refused for its length in words', async () => {
    const { reply, asked } = open();
    must(await reply.message('Call <b>Dr.</b> Kern 😀 at 2:30 pm.', { voice: 'low' }));
    expect(inputs(asked)).toEqual(['Call Doctor Kern at two thirty p m.']);
    const digits = must(await reply.message('7'.repeat(1500), { voice: 'low' }));
    expect(await Promise.all(digits.rest)).not.toContain(null);
    expect(digits.ready.length + digits.rest.length).toBeGreaterThan(20);
  });

  it('changes to the usual voice once, when its own cannot go on, and says so', async () => {
    const { reply, asked, lines } = open(({ voice, input }) =>
      voice === 'high' && input === two ? 'speechTimedOut' : undefined,
    );
    const message = must(await reply.message(all, { language: 'en', voice: 'high' }));
    const rest = await Promise.all(message.rest);
    expect([message.fellBack, ...rest.map((each) => each?.fellBack)]).toEqual([false, true, true]);
    expect(asked.map(({ voice }) => voice)).toEqual(['high', 'high', 'low', 'low']);
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(await reply.whole(message)).toMatchObject({ ok: true, value: { fellBack: true } });
  });

  it.each(['speechUnavailable', 'speechUnspeakable', 'thrown'] as const)(
    'ends where no voice can go on (%s); that is logged, and cannot be listened to',
    async (failure) => {
      const { reply, asked, lines } = open(({ input }) => {
        if (input !== two) return undefined;
        if (failure === 'thrown') throw new Error('a bug');
        return failure;
      });
      const message = must(await reply.message(all, { voice: 'low' }));
      expect(await Promise.all(message.rest)).toEqual([null, null]);
      expect(inputs(asked)).toEqual([one, two]);
      expect(lines.some(({ level }) => level === 'error')).toBe(true);
      expect(await reply.whole(message)).toEqual(fail('speechUnavailable'));
    },
  );
});

describe('a message that cannot be spoken', () => {
  it.each([
    ['speechEmpty', ' \n '],
    ['speechUnspeakable', '😀 👍🏽'],
    ['speechUnspeakable', '… – !?'],
    ['speechUnspeakable', '<speak><break time="10s"/></speak>'],
    ['speechUnspeakable', 'Добрый день'],
    ['speechUnspeakable', `${all} Добрый день, Иван Иванович, до свидания и всего доброго.`],
    ['speechUnspeakable', `${all} 您好`],
  ])('is refused as a whole with %s: %j', async (error, text) => {
    const { reply, asked } = open();
    expect(await reply.message(text, { language: 'en' })).toEqual(fail(error));
    expect(asked).toEqual([]);
  });

  it('is refused when its first sentence is', async () => {
    const { reply } = open(() => 'speechTimedOut');
    expect(await reply.message(all, { voice: 'low' })).toEqual(fail('speechTimedOut'));
  });
});
