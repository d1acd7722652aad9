import { languageName } from './language-name.ts';
import { mostDigits } from './suggestions.ts';
import type { HouseTemplate, Template, Templates } from './templates-store.ts';

/** A line of the list of templates. `digit`: the key that chooses it where there are digits. */
export type TemplateRow = { readonly key: string; readonly digit: number | null } & (
  | {
      readonly kind: 'own';
      readonly template: Template;
      /** Its place among one's own of this language, 0 the first, and how many there are. */
      readonly place: number;
      readonly count: number;
    }
  | {
      readonly kind: 'house';
      readonly template: Template;
      readonly house: HouseTemplate;
      readonly isHidden: boolean;
    }
);

export const houseKey = ({ language, id }: HouseTemplate): string => `${language}/${id}`;

/** The templates of a language as one sees them where one chooses: one's own, then the house's; then what is hidden. */
export function rowsOf({ offer, own, hidden }: Templates, language: string): readonly TemplateRow[] {
  const mine = (own ?? []).filter((one) => one.language === language);
  const house = offer?.languages.find(({ code }) => code === language)?.templates ?? [];
  const isHidden = (id: string): boolean => hidden.some((one) => one.language === language && one.id === id);
  const shown = house.filter(({ id }) => !isHidden(id));
  const gone = house.filter(({ id }) => isHidden(id));
  const digitAt = (place: number): number | null => (place < mostDigits ? place + 1 : null);
  const houseRow = ({ id, name, text }: (typeof house)[number]) => ({
    kind: 'house' as const,
    key: houseKey({ language, id }),
    house: { language, id },
    template: { id, name, text, language },
  });
  return [
    ...mine.map((template, place) => {
      return { kind: 'own' as const, key: template.id, template, place, count: mine.length, digit: digitAt(place) };
    }),
    ...shown.map((one, place) => ({ ...houseRow(one), isHidden: false, digit: digitAt(mine.length + place) })),
    ...gone.map((one) => ({ ...houseRow(one), isHidden: true, digit: null })),
  ];
}

/** The languages there are templates in, or may be: those that are spoken, and those of one's own that are not any more. */
export function languagesOf({ offer, own }: Templates): readonly { readonly code: string; readonly name: string }[] {
  const spoken = offer?.languages ?? [];
  const silent = new Set((own ?? []).map(({ language }) => language));
  for (const { code } of spoken) silent.delete(code);
  return [...spoken, ...Array.from(silent, (code) => ({ code, name: languageName(code) }))];
}

/** The ids of one's own with one of them at another place among those of its language; the others keep their places. */
export function movedOrder(own: readonly Template[], id: string, to: number): readonly string[] {
  const moved = own.find((one) => one.id === id);
  if (moved === undefined) return own.map((one) => one.id);
  const others = own.filter((one) => one.language === moved.language && one !== moved);
  const inOrder = others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, moved);
  const next = inOrder.values();
  return own.map((one) => (one.language === moved.language ? (next.next().value ?? one) : one).id);
}
