import { describe, expect, it } from 'vitest';
import type { SpokenSentence } from '../ports/reply-speech.ts';
import { createMessageSound, noSound } from './message-sound.ts';

const sentence = (path: string, more: Partial<SpokenSentence> = {}): SpokenSentence => ({
  path,
  lengthMs: 1000,
  fellBack: false,
  ...more,
});
const file = (path: string) => ({ kind: 'file', path });

/** One sentence that is ready, and so many that arrive when they are told to. */
function open(count: number) {
  const arrive: ((sentence: SpokenSentence | null) => void)[] = [];
  const rest = Array.from({ length: count }, () => new Promise<SpokenSentence | null>((tell) => arrive.push(tell)));
  const spoken = { language: 'en', voice: 'rms', fellBack: false };
  return { arrive, sound: createMessageSound({ ready: [sentence('/0')], rest, ...spoken }) };
}

describe('the sound of a message', () => {
  it('of one sentence is known from the beginning', async () => {
    const { sound } = open(0);
    expect(sound.from(0)).toEqual({ media: [file('/0')], lengthMs: 1000, next: null });
    expect(sound.lengthMs()).toBe(1000);
    await sound.known(0);
  });

  it('grows as its sentences come in', async () => {
    const { sound, arrive } = open(2);
    expect(sound.from(0)).toEqual({ media: [file('/0')], lengthMs: 1000, next: 1 });
    expect(sound.from(1)).toEqual({ media: [], lengthMs: 0, next: 1 });
    expect(sound.lengthMs()).toBeNull();
    arrive[0]?.(sentence('/1'));
    await sound.known(1);
    expect(sound.from(1)).toEqual({ media: [file('/1')], lengthMs: 1000, next: 2 });
    expect([sound.lengthMs(), sound.fellBack()]).toEqual([null, false]);
    arrive[1]?.(sentence('/2', { fellBack: true }));
    await sound.known(2);
    expect(sound.from(0)).toEqual({ media: [file('/0'), file('/1'), file('/2')], lengthMs: 3000, next: null });
    expect([sound.lengthMs(), sound.fellBack()]).toEqual([3000, true]);
  });

  it('keeps their order, whichever comes first', async () => {
    const { sound, arrive } = open(2);
    arrive[1]?.(sentence('/2'));
    arrive[0]?.(sentence('/1'));
    await sound.known(2);
    expect(sound.from(1).media).toEqual([file('/1'), file('/2')]);
  });

  it('ends before a sentence that could not be spoken', async () => {
    const { sound, arrive } = open(3);
    arrive[0]?.(sentence('/1'));
    arrive[2]?.(sentence('/3'));
    arrive[1]?.(null);
    await sound.known(3);
    expect(sound.from(1)).toEqual({ media: [file('/1')], lengthMs: 1000, next: null });
    expect(sound.lengthMs()).toBe(2000);
  });

  it('may be none', async () => {
    await noSound.known(0);
    expect(noSound.from(0)).toEqual({ media: [], lengthMs: 0, next: null });
    expect([noSound.lengthMs(), noSound.fellBack()]).toEqual([null, false]);
  });
});
