import { createStore, type StoreApi } from 'zustand/vanilla';
import { fail, type Result } from '../../../../shared/result.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { createListening, type Listening, type ListeningParts, type ListeningState } from './listening.ts';
import { faultsOf, fieldsOf, isSame, type TemplateFaults, type TemplateFields } from './template-fields.ts';
import { houseKey, languagesOf, movedOrder, rowsOf } from './template-rows.ts';
import type { HouseTemplate, Template, TemplatesStore } from './templates-store.ts';

/** Where one is on the page of templates. A key is that of a row, or `new`. */
export type Editing = {
  /** Whose templates are listed; '' until they are known. */
  readonly language: string;
  readonly selected: string | null;
  /** What was written and is not saved, by key. */
  readonly drafts: Readonly<Record<string, TemplateFields>>;
  /** Of the selected one. */
  readonly faults: TemplateFaults;
  readonly isBusy: boolean;
  /** Why the last thing was not done, as a sentence. */
  readonly failure: string | null;
  /** What was deleted last, and its place among all of one's own: it can be had back. */
  readonly removed: { readonly template: Template; readonly at: number } | null;
  /** What has just happened, for who does not look. */
  readonly said: string;
  /** Where the focus is to go now: the `data-focus` of something. Another object each time. */
  readonly focus: { readonly to: string } | null;
  readonly listening: ListeningState;
};

export const newKey = 'new';

type Parts = Omit<ListeningParts, 'tell'> & { readonly templates: TemplatesStore };

const texts = strings.templates;
const blank: TemplateFields = { name: '', text: '', language: '' };

/** Writing, ordering and putting away templates. What is written stays until it is saved or undone, whatever else is looked at. */
export class TemplateEditor {
  readonly store: StoreApi<Editing> = createStore<Editing>(() => ({
    language: '',
    selected: null,
    drafts: {},
    faults: {},
    isBusy: false,
    failure: null,
    removed: null,
    said: '',
    focus: null,
    listening: 'silent',
  }));
  readonly #templates: TemplatesStore;
  readonly #listening: Listening;

  constructor({ templates, ...parts }: Parts) {
    this.#templates = templates;
    this.#listening = createListening({
      ...parts,
      tell: (listening, failure) => this.store.setState({ listening, ...(failure !== null && { failure }) }),
    });
  }

  /** The page is opened: asks anew. */
  readonly open = async (): Promise<void> => {
    await this.#templates.load();
    const [first] = languagesOf(this.#templates.store.getState());
    if (this.store.getState().language === '' && first !== undefined) this.showLanguage(first.code);
  };

  readonly hush = (): void => this.#listening.hush();

  readonly showLanguage = (language: string): void => {
    this.select(null);
    this.store.setState({ language });
  };

  readonly select = (key: string | null): void => {
    this.hush();
    this.store.setState({ selected: key, faults: {}, failure: null });
  };

  /** With what is there already, where it is a copy. */
  readonly startNew = (from: Partial<TemplateFields> = {}): void => {
    this.select(newKey);
    const { drafts, language } = this.store.getState();
    const draft = from.text === undefined ? drafts[newKey] : undefined;
    const fields = draft ?? { ...blank, language, ...from };
    this.store.setState({ drafts: { ...drafts, [newKey]: fields }, focus: { to: 'name' } });
  };

  /** What is written of the selected one, or kept; null when there is nothing to write. */
  readonly fields = (): TemplateFields | null => {
    const { selected, drafts } = this.store.getState();
    if (selected === null) return null;
    const kept = this.#kept(selected);
    return drafts[selected] ?? (kept === null ? null : fieldsOf(kept));
  };

  readonly write = (changes: Partial<TemplateFields>): void => {
    const { selected, drafts } = this.store.getState();
    const before = this.fields();
    if (selected === null || before === null) return;
    this.hush();
    const fields = { ...before, ...changes };
    const kept = this.#kept(selected);
    const isKept = kept !== null && isSame(fields, kept);
    this.store.setState({ drafts: isKept ? without(drafts, selected) : { ...drafts, [selected]: fields }, faults: {} });
  };

  /** As it is kept; a new one goes. */
  readonly undoChanges = (): void => {
    const { selected, drafts } = this.store.getState();
    if (selected === null) return;
    this.select(selected === newKey ? null : selected);
    this.store.setState({ drafts: without(drafts, selected), focus: { to: selected === newKey ? 'add' : 'name' } });
  };

  readonly save = async (): Promise<void> => {
    const { selected, isBusy } = this.store.getState();
    const fields = this.fields();
    if (selected === null || fields === null || isBusy) return;
    const faults = faultsOf(fields, this.#templates.store.getState().offer?.longest ?? null);
    this.store.setState({ faults, failure: null });
    if (Object.keys(faults).length > 0) return;
    const isNew = selected === newKey;
    const saved = await this.#do(() =>
      isNew ? this.#templates.add(fields) : this.#templates.change(selected, fields),
    );
    if (saved.ok) this.#saved(selected, fields, saved.value);
  };

  readonly remove = async (): Promise<void> => {
    const { selected } = this.store.getState();
    const own = this.#templates.store.getState().own ?? [];
    const at = own.findIndex(({ id }) => id === selected);
    const template = own[at];
    if (template === undefined) return;
    const done = await this.#do(() => this.#templates.remove(template.id));
    if (!done.ok) return;
    this.select(null);
    const drafts = without(this.store.getState().drafts, template.id);
    this.store.setState({ drafts, removed: { template, at }, focus: { to: 'undo' } });
  };

  /** What was deleted is back in its place. */
  readonly undoRemove = async (): Promise<void> => {
    const { removed } = this.store.getState();
    if (removed === null) return;
    const { template, at } = removed;
    const added = await this.#do(() => this.#templates.add(fieldsOf(template), at));
    if (!added.ok) return;
    const { id, language, name } = added.value;
    this.showLanguage(language);
    this.select(id);
    const said = fill(texts.said.restored, { name });
    this.store.setState({ removed: null, said, focus: { to: `row:${id}` } });
  };

  readonly forgetRemoved = (): void => this.store.setState({ removed: null, focus: { to: 'add' } });

  /** To a place among one's own of its language, 0 the first. `focus` is where the keyboard is. */
  readonly move = async (id: string, to: number, focus?: string): Promise<void> => {
    const own = this.#templates.store.getState().own ?? [];
    const ids = movedOrder(own, id, to);
    if (ids.every((one, place) => one === own[place]?.id)) return;
    const moving = this.#templates.order(ids);
    this.store.setState({ failure: null, ...(focus !== undefined && { focus: { to: focus } }) });
    const moved = await moving;
    if (!moved.ok) return this.store.setState({ failure: moved.error });
    const rows = rowsOf(this.#templates.store.getState(), this.store.getState().language);
    const row = rows.find(({ key }) => key === id);
    if (row?.kind !== 'own') return;
    const { template, place, count } = row;
    this.store.setState({ said: fill(texts.said.moved, { name: template.name, place: place + 1, count }) });
  };

  readonly hide = async (house: HouseTemplate, name: string, hidden: boolean): Promise<void> => {
    const done = await this.#templates.hide(house, hidden);
    if (!done.ok) return this.store.setState({ failure: done.error });
    const said = fill(hidden ? texts.said.hidden : texts.said.shown, { name });
    this.store.setState({ failure: null, said, focus: { to: `row:${houseKey(house)}` } });
  };

  /** Plays what is written, as a caller will hear it, or stops it. */
  readonly listen = async ({ text, language }: TemplateFields): Promise<void> => {
    this.store.setState({ failure: null });
    await this.#listening.toggle({ text, language });
  };

  readonly #kept = (key: string): Template | null =>
    (this.#templates.store.getState().own ?? []).find(({ id }) => id === key) ?? null;

  /** What was written while it was on its way is not lost, and whoever looks at another one by now stays there. */
  #saved(key: string, sent: TemplateFields, saved: Template): void {
    this.store.setState(({ drafts, selected, language }) => {
      const written = drafts[key];
      const isMore = written !== undefined && !isSame(written, sent);
      const isHere = selected === key;
      return {
        drafts: { ...without(drafts, key), ...(isMore && { [saved.id]: written }) },
        said: fill(texts.said.saved, { name: saved.name }),
        selected: isHere ? saved.id : selected,
        language: isHere ? saved.language : language,
      };
    });
  }

  /** What is written, deleted or had back goes one after the other; its buttons say so. What was not done says why. */
  async #do<Value>(task: () => Promise<Result<Value, string>>): Promise<Result<Value, string>> {
    if (this.store.getState().isBusy) return fail(texts.saving);
    this.hush();
    this.store.setState({ isBusy: true, failure: null });
    const done = await task();
    this.store.setState({ isBusy: false, ...(!done.ok && { failure: done.error }) });
    return done;
  }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  const { [key]: _, ...others } = record;
  return others;
}
