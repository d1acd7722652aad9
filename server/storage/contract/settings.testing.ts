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
