import { Plus, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { mostTemplates } from '../../../../shared/protocol/template-operations.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import type { Editing, TemplateEditor } from '../model/template-editor.ts';
import { languagesOf, rowsOf } from '../model/template-rows.ts';
import type { TemplatesStore } from '../model/templates-store.ts';
import { TemplateList } from './template-list.tsx';
import { TemplatePanel } from './template-panel.tsx';
import './reply-dialog.css';
import './templates.css';

type TemplatesSettingsProps = { readonly templates: TemplatesStore; readonly editor: TemplateEditor };

const texts = strings.templates;

/** What is said often: one's own, in one's order, and the house's. The list at the left, what is chosen beside it. */
export function TemplatesSettings({ templates, editor }: TemplatesSettingsProps) {
  const known = useStore(templates.store);
  const editing = useStore(editor.store);
  const { language, selected, failure, removed, said } = editing;
  useEffect(() => {
    void editor.open();
    return editor.hush;
  }, [editor]);
  useFocusWish(editing.focus);
  useInView(selected);
  const rows = rowsOf(known, language);
  const isFull = (known.own ?? []).length >= mostTemplates;
  const full = isFull ? fill(texts.full, { most: mostTemplates }) : undefined;
  const isKnown = known.own !== null && known.offer !== null;
  return (
    <Section title={texts.title} hint={texts.hint} action={<Add full={full} onAdd={() => editor.startNew()} />}>
      <output className="sr">{said}</output>
      <div role="alert" className="templates-alert">
        {known.failure !== null && (
          <Banner
            tone="bad"
            icon={TriangleAlert}
            title={fill(texts.failed, { reason: known.failure })}
            cure={<Act label={texts.again} onPress={() => void editor.open()} />}
          />
        )}
        {failure !== null && selected === null && <Banner tone="bad" icon={TriangleAlert} title={failure} />}
      </div>
      {removed !== null && <Removed name={removed.template.name} editor={editor} isBusy={editing.isBusy} />}
      {!isKnown && known.failure === null && <output className="muted">{texts.loading}</output>}
      {isKnown && (
        <div className="templates">
          <div className="col templates-side">
            <LanguageOfList languages={languagesOf(known)} language={language} onChoose={editor.showLanguage} />
            <TemplateList rows={rows} editing={editing} editor={editor} full={full} />
          </div>
          <TemplatePanel key={selected} known={known} rows={rows} editing={editing} editor={editor} full={full} />
        </div>
      )}
    </Section>
  );
}

function Add({ full, onAdd }: { readonly full: string | undefined; readonly onAdd: () => void }) {
  return (
    <span data-focus="add">
      <Act tone="now" size="call" icon={Plus} label={texts.add} unavailable={full} onPress={onAdd} />
    </span>
  );
}

type RemovedProps = { readonly name: string; readonly editor: TemplateEditor; readonly isBusy: boolean };

/** What was deleted can be had back for as long as one stays. */
function Removed({ name, editor, isBusy }: RemovedProps) {
  return (
    <output className="banner info">
      <bdi className="grow">{fill(texts.deleted, { name })}</bdi>
      <span className="row" data-focus="undo">
        <Act label={texts.undo} busy={isBusy} onPress={() => void editor.undoRemove()} />
        <Act tone="ghost" label={texts.close} onPress={editor.forgetRemoved} />
      </span>
    </output>
  );
}

type LanguageOfListProps = {
  readonly languages: ReturnType<typeof languagesOf>;
  readonly language: string;
  readonly onChoose: (code: string) => void;
};

/** Where one language is spoken there is nothing to choose. */
function LanguageOfList({ languages, language, onChoose }: LanguageOfListProps) {
  if (languages.length < 2) return null;
  return (
    <select
      className="field"
      aria-label={texts.languageOfList}
      value={language}
      onChange={({ target }) => onChoose(target.value)}
    >
      {languages.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Where the list and what is chosen stand one below the other, what is chosen comes into view. */
function useInView(selected: string | null): void {
  useEffect(() => {
    if (selected !== null) document.querySelector('.template-panel')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
}

/** The focus goes where the last act leads: to the field of a new one, to Undo, along with what was moved. */
function useFocusWish(wish: Editing['focus']): void {
  useEffect(() => {
    if (wish === null) return;
    const place = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(wish.to)}"]`);
    const control = place?.matches('button, input') ? place : place?.querySelector<HTMLElement>('button, input');
    control?.focus();
  }, [wish]);
}
