import { describe, expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../../shared/protocol/preferences.ts';
import type { StoredStatus, Stores } from '../../ports/stores.ts';
import { must, newId, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const somebody = async (stores: Stores): Promise<string> => must(await stores.users.create(newUser(), 1)).id;
const away: StoredStatus = { status: 'away', since: 1_000, until: null };
const undisturbed: StoredStatus = { status: 'doNotDisturb', since: 1_001, until: 1_795_000_000_000 };

export function personStoreContract(open: OpenSubject): void {
  describe('what people say of themselves', () => {
    const { stores, reopened } = eachTest(open);

    it('is known of everybody who ever said it, the latest of it', async () => {
      const { people } = stores();
      const [mira, ana] = [await somebody(stores()), await somebody(stores()), await somebody(stores())];
      expect(must(await people.statuses())).toEqual(new Map());
      must(await people.setStatus(mira, away));
      must(await people.setStatus(ana, undisturbed));
      must(await people.setStatus(mira, { status: 'available', since: 1_002, until: null }));
      const known = new Map([
        [mira, { status: 'available', since: 1_002, until: null }],
        [ana, undisturbed],
      ]);
      expect(must(await people.statuses())).toEqual(known);
      must(await people.setStatus(ana, away));
      const again = must(await (await reopened()).stores.people.statuses());
      expect(again).toEqual(known.set(ana, away));
    });

    it('is kept of nobody who does not exist', async () => {
      await expect(stores().people.setStatus(newId(), away)).rejects.toThrow();
      await expect(stores().people.savePreferences(newId(), { theme: 'dark' })).rejects.toThrow();
      expect(must(await stores().people.statuses())).toEqual(new Map());
    });
  });

  preferencesContract(open);
}

function preferencesContract(open: OpenSubject): void {
  describe('preferences', () => {
    const { stores, reopened } = eachTest(open);

    it('are the usual ones for who never chose', async () => {
      const { people } = stores();
      expect(must(await people.preferences(newId()))).toEqual(defaultPreferences);
      const mira = await somebody(stores());
      expect(must(await people.preferences(mira))).toEqual(defaultPreferences);
      expect(must(await people.savePreferences(mira, {}))).toEqual(defaultPreferences);
    });

    it('change in what is given and stay in the rest', async () => {
      const { people } = stores();
      const [mira, ana] = [await somebody(stores()), await somebody(stores())];
      const dark: Preferences = { ...defaultPreferences, theme: 'dark', keys: { answer: 'F2', hold: 'F3' } };
      expect(must(await people.savePreferences(mira, { theme: 'dark', keys: dark.keys }))).toEqual(dark);
      const quiet: Preferences = { ...dark, notifyWhenRinging: false, language: 'nb-NO', density: 'compact' };
      const { notifyWhenRinging, language, density } = quiet;
      expect(must(await people.savePreferences(mira, { notifyWhenRinging, language, density }))).toEqual(quiet);
      expect(must(await people.savePreferences(mira, {}))).toEqual(quiet);
      expect(must(await (await reopened()).stores.people.preferences(mira))).toEqual(quiet);
      const fewer: Preferences = { ...quiet, keys: { answer: 'F4' }, language: null };
      expect(must(await people.savePreferences(mira, { keys: fewer.keys, language: null }))).toEqual(fewer);
      expect(must(await people.preferences(ana))).toEqual(defaultPreferences);
    });

    it('lose nothing of what several windows change at once', async () => {
      const { people } = stores();
      const mira = await somebody(stores());
      const changes: readonly Partial<Preferences>[] = [
        { theme: 'light' },
        { keys: { answer: 'F2' } },
        { notifyWhenRinging: false },
        { language: 'de' },
        { density: 'compact' },
      ];
      (await Promise.all(changes.map((change) => people.savePreferences(mira, change)))).map(must);
      expect(must(await people.preferences(mira))).toEqual({
        theme: 'light',
        keys: { answer: 'F2' },
        notifyWhenRinging: false,
        notifyOnACall: true,
        language: 'de',
        density: 'compact',
      });
    });

    it('keep text in any script, without what no database takes', async () => {
      const mira = await somebody(stores());
      const keys = { 'an\u0000swer': 'Å\u0000', 'hold\ud800': '猫', rest: '"\\u0000' };
      const saved = must(await stores().people.savePreferences(mira, { keys }));
      expect(saved.keys).toEqual({ answer: 'Å', 'hold\u{FFFD}': '猫', rest: '"\\u0000' });
      expect(must(await stores().people.preferences(mira))).toEqual(saved);
    });
  });
}
