import type { ReplyTemplate } from '../ports/template-store.ts';

/** Those named first, in that order, then the others as they were. */
export function inOrder(templates: readonly ReplyTemplate[], ids: readonly string[]): readonly ReplyTemplate[] {
  const named = [...new Set(ids)].flatMap((id) => templates.find((one) => one.id === id) ?? []);
  return [...named, ...templates.filter((one) => !named.includes(one))];
}
