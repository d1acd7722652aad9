import type { Result } from '../../shared/result.ts';

/** What somebody says often to callers they cannot take; `language` is BCP 47. */
export type ReplyTemplate = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly language: string;
};

/** A template that a locale brings along, by its language and its id there. */
export type HouseTemplate = { readonly language: string; readonly id: string };

/** As with every store: acknowledged is durable, `databaseUnavailable` means nothing was changed. */
type Kept<Value, Failure = never> = Promise<Result<Value, 'databaseUnavailable' | Failure>>;

/** Each person's own templates, and which of the house's they do not want to see. Nobody has anything to do with others'. */
export interface TemplateStore {
  /** In the person's order. */
  own(userId: string): Kept<readonly ReplyTemplate[]>;
  /** At that place among theirs (0 is the first), or last. `tooManyTemplates`: they have `most` already. */
  add(
    userId: string,
    template: ReplyTemplate,
    place: { readonly at?: number; readonly most: number },
  ): Kept<ReplyTemplate, 'tooManyTemplates'>;
  change(
    userId: string,
    templateId: string,
    changes: Partial<Omit<ReplyTemplate, 'id'>>,
  ): Kept<ReplyTemplate, 'noSuchTemplate'>;
  /** False when there was none. */
  remove(userId: string, templateId: string): Kept<boolean>;
  /** In this order, those not named after them; ids of others and of none are ignored. Resolves to all of them. */
  order(userId: string, templateIds: readonly string[]): Kept<readonly ReplyTemplate[]>;
  hidden(userId: string): Kept<readonly HouseTemplate[]>;
  /** Hiding or showing twice is doing it once. */
  setHidden(userId: string, template: HouseTemplate, hidden: boolean): Kept<void>;
}
