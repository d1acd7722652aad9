import { Copy, Eye, EyeOff } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { newKey, type Editing, type TemplateEditor } from '../model/template-editor.ts';
import type { TemplateRow } from '../model/template-rows.ts';
import type { Templates } from '../model/templates-store.ts';
import { PlayTemplate } from './play-template.tsx';
import { TemplateFailure } from './template-failure.tsx';
import { TemplateForm } from './template-form.tsx';

type TemplatePanelProps = {
  readonly known: Templates;
  readonly rows: readonly TemplateRow[];
  readonly editing: Editing;
  readonly editor: TemplateEditor;
  readonly full: string | undefined;
};

const texts = strings.templates;

/** What is chosen in the list: to be written, if it is one's own, and to be heard. */
export function TemplatePanel({ known, rows, editing, editor, full }: TemplatePanelProps) {
  const { selected } = editing;
  const row = rows.find(({ key }) => key === selected);
  const fields = editor.fields();
  if (row?.kind === 'house') return <House row={row} editing={editing} editor={editor} full={full} />;
  if (fields === null) return <p className="panel template-panel muted hide-narrow">{texts.choose}</p>;
  return <TemplateForm fields={fields} isNew={selected === newKey} known={known} editing={editing} editor={editor} />;
}

type HouseProps = Pick<TemplatePanelProps, 'editing' | 'editor' | 'full'> & {
  readonly row: Extract<TemplateRow, { readonly kind: 'house' }>;
};

function House({ row, editing, editor, full }: HouseProps) {
  const { template, house, isHidden } = row;
  const { id: _, ...fields } = template;
  const { name } = fields;
  return (
    <section className="panel template-panel" aria-label={name}>
      <h2>{name}</h2>
      <p className="muted">{texts.houseText}</p>
      <p className="reply-words">{fields.text}</p>
      <TemplateFailure editing={editing} />
      <div className="row template-acts">
        <PlayTemplate editing={editing} editor={editor} fields={fields} />
        <Act
          size="call"
          icon={Copy}
          label={texts.copy}
          name={fill(texts.copyName, { name })}
          unavailable={full}
          onPress={() => editor.startNew(fields)}
        />
        <Act
          className="end"
          size="call"
          icon={isHidden ? Eye : EyeOff}
          label={isHidden ? texts.show : texts.hide}
          name={fill(isHidden ? texts.showName : texts.hideName, { name })}
          onPress={() => void editor.hide(house, name, !isHidden)}
        />
      </div>
    </section>
  );
}
