import { describe, expect, it } from 'vitest';
import { must } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

export function settingStoreContract(open: OpenSubject): void {
  describe('settings', () => {
    const { stores, reopened } = eachTest(open);

    it('keeps a value under its key', async () => {
      const { settings } = stores();
      expect(must(await settings.get('organisation'))).toBeNull();
      must(await settings.put('organisation', 'Nordkap'));
      must(await settings.put('organisation', 'Nordkap Shipping'));
      expect(must(await settings.get('organisation'))).toBe('Nordkap Shipping');
      expect(must(await (await reopened()).stores.settings.get('organisation'))).toBe('Nordkap Shipping');
    });

    it('tells the keys that begin with something, whatever signs are in it', async () => {
      const { settings } = stores();
      for (const key of ['greeting:closed:a', 'greeting:unanswered:a_b', 'greetings', 'greeting_x']) {
        must(await settings.put(key, 'x'));
      }
      const found = must(await settings.keys('greeting:'));
      expect(found.toSorted()).toEqual(['greeting:closed:a', 'greeting:unanswered:a_b']);
      expect(must(await settings.keys('%'))).toEqual([]);
    });

    it('keeps the first of many that come at once, and tells it to all', async () => {
      const { settings } = stores();
      const values = Array.from({ length: 12 }, (_, index) => `key ${index}`);
      const kept = await Promise.all(values.map((value) => settings.putIfAbsent('signing', value)));
      const [first] = kept.map(must);
      expect(kept.map(must)).toEqual(values.map(() => first));
      expect(must(await settings.get('signing'))).toBe(first);
      expect(must(await settings.putIfAbsent('signing', 'late'))).toBe(first);
    });
  });
}
