import { describe, expect, it } from 'vitest';
import type { Stores } from '../../ports/stores.ts';
import type { ReplyTemplate } from '../../ports/template-store.ts';
import { must, newId, newUser } from '../samples.testing.ts';
import { eachTest, type OpenSubject } from './subject.testing.ts';

const somebody = async (stores: Stores): Promise<string> => must(await stores.users.create(newUser(), 1)).id;
const template = (name: string): ReplyTemplate => ({ id: newId(), name, text: `${name}?`, language: 'en' });
const most = 30;
const namesOf = (templates: readonly ReplyTemplate[]): readonly string[] => templates.map(({ name }) => name);

export function templateStoreContract(open: OpenSubject): void {
  describe('templates of one’s own', () => {
    const { stores, reopened } = eachTest(open);
    const names = async (userId: string) => namesOf(must(await stores().templates.own(userId)));
    const addTo = async (userId: string, name: string, at?: number): Promise<ReplyTemplate> =>
      must(await stores().templates.add(userId, template(name), at === undefined ? { most } : { at, most }));

    it('are kept last or at a place, each person’s apart', async () => {
      const [mira, ana] = [await somebody(stores()), await somebody(stores())];
      expect(must(await stores().templates.own(mira))).toEqual([]);
      const lunch = template('Lunch');
      expect(must(await stores().templates.add(mira, lunch, { most }))).toEqual(lunch);
      await addTo(mira, 'Soon');
      await addTo(mira, 'First', 0);
      await addTo(mira, 'Third', 2);
      await addTo(mira, 'Far behind', 99);
      await addTo(ana, 'Hers');
      expect(await names(mira)).toEqual(['First', 'Lunch', 'Third', 'Soon', 'Far behind']);
      expect(await names(ana)).toEqual(['Hers']);
      const again = (await reopened()).stores.templates;
      expect(must(await again.own(mira))[1]).toEqual(lunch);
    });

    it('change in what is given, keep their place, and only their person can change them', async () => {
      const [mira, ana] = [await somebody(stores()), await somebody(stores())];
      const lunch = await addTo(mira, 'Lunch');
      await addTo(mira, 'Soon');
      const changed = { ...lunch, text: 'Åpent klokken ett \u{1F37D}', language: 'nb' };
      const { text, language } = changed;
      const { templates } = stores();
      expect(must(await templates.change(mira, lunch.id, { text, language }))).toEqual(changed);
      expect(must(await templates.change(mira, lunch.id, {}))).toEqual(changed);
      expect(await templates.change(ana, lunch.id, { text: 'x' })).toEqual({ ok: false, error: 'noSuchTemplate' });
      expect(await templates.change(mira, newId(), { text: 'x' })).toEqual({ ok: false, error: 'noSuchTemplate' });
      expect(must(await templates.own(mira))[0]).toEqual(changed);
    });

    it('are deleted by their person, once', async () => {
      const [mira, ana] = [await somebody(stores()), await somebody(stores())];
      const lunch = await addTo(mira, 'Lunch');
      await addTo(mira, 'Soon');
      const { templates } = stores();
      expect(must(await templates.remove(ana, lunch.id))).toBe(false);
      expect(must(await templates.remove(mira, lunch.id))).toBe(true);
      expect(must(await templates.remove(mira, lunch.id))).toBe(false);
      expect(await names(mira)).toEqual(['Soon']);
      await addTo(mira, 'Back', 0);
      expect(await names(mira)).toEqual(['Back', 'Soon']);
    });

    it('are put in order: those named first, the others after them', async () => {
      const mira = await somebody(stores());
      const [one, two, three] = [await addTo(mira, 'One'), await addTo(mira, 'Two'), await addTo(mira, 'Three')];
      const { templates } = stores();
      expect(namesOf(must(await templates.order(mira, [three.id, newId(), three.id, one.id])))).toEqual([
        'Three',
        'One',
        'Two',
      ]);
      expect(await names(mira)).toEqual(['Three', 'One', 'Two']);
      expect(must(await templates.order(await somebody(stores()), [two.id]))).toEqual([]);
      expect(await names(mira)).toEqual(['Three', 'One', 'Two']);
    });

    it('are no more than may be, also when many windows add at once', async () => {
      const mira = await somebody(stores());
      const { templates } = stores();
      const added = await Promise.all(
        Array.from({ length: 8 }, (_, index) => templates.add(mira, template(`T${index}`), { most: 5 })),
      );
      expect(added.filter(({ ok }) => ok)).toHaveLength(5);
      expect(added.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'tooManyTemplates' });
      expect(new Set(await names(mira)).size).toBe(5);
    });

    it('are nobody’s who does not exist', async () => {
      await expect(stores().templates.add(newId(), template('Lunch'), { most })).rejects.toThrow();
      await expect(stores().templates.setHidden(newId(), { language: 'en', id: 'atLunch' }, true)).rejects.toThrow();
    });

    it('keep text without what no database takes', async () => {
      const mira = await somebody(stores());
      const odd = { ...template('Lu\u0000nch'), text: 'half \ud800' };
      const kept = { ...odd, name: 'Lunch', text: 'half \u{FFFD}' };
      expect(must(await stores().templates.add(mira, odd, { most }))).toEqual(kept);
      expect(must(await stores().templates.own(mira))).toEqual([kept]);
      expect(must(await stores().templates.change(mira, odd.id, { name: 'Ti\u0000me' })).name).toBe('Time');
    });
  });

  describe('templates of the house', () => {
    const { stores, reopened } = eachTest(open);

    it('are hidden and shown again, for one person', async () => {
      const [mira, ana] = [await somebody(stores()), await somebody(stores())];
      const [lunch, urgent] = [
        { language: 'en', id: 'atLunch' },
        { language: 'de', id: 'isItUrgent' },
      ];
      const { templates } = stores();
      for (const one of [lunch, urgent, lunch]) must(await templates.setHidden(mira, one, true));
      expect(must(await templates.hidden(mira))).toEqual([urgent, lunch]);
      expect(must(await templates.hidden(ana))).toEqual([]);
      expect(must(await (await reopened()).stores.templates.hidden(mira))).toEqual([urgent, lunch]);
      for (const one of [urgent, urgent]) must(await templates.setHidden(mira, one, false));
      expect(must(await templates.hidden(mira))).toEqual([lunch]);
    });
  });
}
