import { describe, expect, it } from 'vitest';
import type { Letter } from '../../ports/mail-outbox.ts';
import { must, newId } from '../samples.testing.ts';
import { recorded } from './recording-samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

export function mailOutboxContract(open: OpenSubject): void {
  describe('the outbox of mails about voicemails', () => {
    const { stores, reopened } = eachTest(open);
    const letterOf = async (): Promise<string> => {
      const { id } = await recorded(stores(), { kind: 'voicemail' });
      expect(must(await stores().mailOutbox.add(id, 1_000))).toBe(true);
      return id;
    };
    const claimed = async (now: number, until: number): Promise<Letter> => {
      const letter = must(await stores().mailOutbox.claim(now, until));
      if (letter === null) throw new Error('no letter is due');
      return letter;
    };

    it('has one of each voicemail, also when the database is opened anew', async () => {
      const id = await letterOf();
      expect(must(await stores().mailOutbox.add(id, 2_000))).toBe(false);
      expect(must(await stores().mailOutbox.add(newId(), 2_000))).toBe(false);
      const { mailOutbox } = (await reopened()).stores;
      expect(must(await mailOutbox.waiting())).toBe(1);
      expect(must(await mailOutbox.claim(999, 5_000))).toBeNull();
      expect(must(await mailOutbox.claim(1_000, 5_000))).toEqual({ recordingId: id, createdAt: 1_000, tries: 1 });
    });

    it('gives each letter to one of many who ask at once, and to another when they do not come back', async () => {
      const ids = [await letterOf(), await letterOf(), await letterOf()];
      const given = await Promise.all(Array.from({ length: 8 }, () => stores().mailOutbox.claim(1_000, 5_000)));
      const first = given.map((letter) => must(letter)?.recordingId).filter((id) => id !== undefined);
      expect(new Set(first).size).toBe(first.length);
      while (first.length < ids.length) first.push((await claimed(1_000, 5_000)).recordingId);
      expect(first.toSorted()).toEqual(ids.toSorted());
      expect(must(await stores().mailOutbox.claim(4_999, 9_000))).toBeNull();
      expect(await claimed(5_000, 9_000)).toMatchObject({ tries: 2 });
    });

    it('puts a letter back until later', async () => {
      const recordingId = await letterOf();
      const letter = await claimed(1_000, 5_000);
      must(await stores().mailOutbox.postpone(letter, { tries: 0, nextAt: 3_000 }));
      expect(must(await stores().mailOutbox.claim(2_999, 9_000))).toBeNull();
      expect(await claimed(3_000, 9_000)).toEqual({ recordingId, createdAt: 1_000, tries: 1 });
    });

    it('knows what was sent, and sends it no more', async () => {
      const id = await letterOf();
      must(await stores().mailOutbox.finish(await claimed(1_000, 5_000), 'sent', 2_000));
      expect(must(await stores().mailOutbox.waiting())).toBe(0);
      expect(must(await stores().mailOutbox.claim(9_000, 10_000))).toBeNull();
      expect(must(await stores().mailOutbox.add(id, 9_000))).toBe(false);
    });

    it('takes nothing from who was too slow', async () => {
      await letterOf();
      const slow = await claimed(1_000, 5_000);
      const next = await claimed(5_000, 9_000);
      must(await stores().mailOutbox.finish(slow, 'givenUp', 6_000));
      must(await stores().mailOutbox.postpone(slow, { tries: 9, nextAt: 6_000 }));
      expect(must(await stores().mailOutbox.waiting())).toBe(1);
      expect(must(await stores().mailOutbox.claim(8_999, 20_000))).toBeNull();
      must(await stores().mailOutbox.finish(next, 'sent', 9_000));
      must(await stores().mailOutbox.postpone(next, { tries: 2, nextAt: 9_000 }));
      expect(must(await stores().mailOutbox.claim(30_000, 40_000))).toBeNull();
    });

    it('loses a letter with its recording', async () => {
      const id = await letterOf();
      const letter = await claimed(1_000, 2_000);
      must(await stores().recordings.remove(id, 1_500));
      must(await stores().mailOutbox.finish(letter, 'sent', 2_000));
      expect(must(await stores().mailOutbox.waiting())).toBe(0);
      expect(must(await stores().mailOutbox.claim(9_000, 10_000))).toBeNull();
    });
  });
}
