import { fail, ok, type Result } from '../../../shared/result.ts';
import type { HouseTemplate, ReplyTemplate, TemplateStore } from '../../ports/template-store.ts';
import { storableText } from '../stored-json.ts';
import { inOrder } from '../template-order.ts';
import { answer, attempt, type MemoryState, mustHave } from './memory-state.ts';

export function memoryTemplates(state: MemoryState): TemplateStore {
  return {
    own: (userId) => answer(state, () => own(state, userId)),
    add: (userId, template, place) => attempt(state, () => add(state, userId, template, place)),
    change: (userId, id, changes) => attempt(state, () => change(state, userId, id, changes)),
    remove: (userId, id) => answer(state, () => remove(state, userId, id)),
    order: (userId, ids) => answer(state, () => order(state, userId, ids)),
    hidden: (userId) => answer(state, () => state.hiddenTemplates.get(userId) ?? []),
    setHidden: (userId, template, hidden) => answer(state, () => setHidden(state, userId, template, hidden)),
  };
}

const own = (state: MemoryState, userId: string): readonly ReplyTemplate[] => state.templates.get(userId) ?? [];

function keep(state: MemoryState, userId: string, templates: readonly ReplyTemplate[]): void {
  mustHave(state, 'users', userId);
  state.templates.set(userId, templates);
}

function add(
  state: MemoryState,
  userId: string,
  given: ReplyTemplate,
  { at, most }: Parameters<TemplateStore['add']>[2],
): Result<ReplyTemplate, 'tooManyTemplates'> {
  const before = own(state, userId);
  if (before.length >= most) return fail('tooManyTemplates');
  const template = storable(given);
  keep(state, userId, before.toSpliced(at ?? before.length, 0, template));
  return ok(template);
}

function change(
  state: MemoryState,
  userId: string,
  id: string,
  changes: Partial<ReplyTemplate>,
): Result<ReplyTemplate, 'noSuchTemplate'> {
  const place = own(state, userId).findIndex((one) => one.id === id);
  const before = own(state, userId)[place];
  if (before === undefined) return fail('noSuchTemplate');
  const changed = storable({ ...before, ...changes });
  keep(state, userId, own(state, userId).with(place, changed));
  return ok(changed);
}

function remove(state: MemoryState, userId: string, id: string): boolean {
  const before = own(state, userId);
  const rest = before.filter((one) => one.id !== id);
  if (rest.length < before.length) keep(state, userId, rest);
  return rest.length < before.length;
}

function order(state: MemoryState, userId: string, ids: readonly string[]): readonly ReplyTemplate[] {
  const ordered = inOrder(own(state, userId), ids);
  if (ordered.length > 0) keep(state, userId, ordered);
  return ordered;
}

const storable = (template: ReplyTemplate): ReplyTemplate => ({
  ...template,
  name: storableText(template.name),
  text: storableText(template.text),
});

function setHidden(state: MemoryState, userId: string, template: HouseTemplate, hidden: boolean): void {
  mustHave(state, 'users', userId);
  const isSame = (one: HouseTemplate): boolean => one.language === template.language && one.id === template.id;
  const others = (state.hiddenTemplates.get(userId) ?? []).filter((one) => !isSame(one));
  const all = hidden ? [...others, template] : others;
  const keyOf = ({ language, id }: HouseTemplate): string => `${language}/${id}`;
  state.hiddenTemplates.set(
    userId,
    all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  );
}
