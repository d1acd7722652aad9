import { Trash2 } from 'lucide-react';
import { useRef, type SyntheticEvent } from 'react';
import { longestTemplateName } from '../../../../shared/protocol/template-operations.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Editing, TemplateEditor } from '../model/template-editor.ts';
import type { TemplateFields } from '../model/template-fields.ts';
import { languagesOf } from '../model/template-rows.ts';
import type { Templates } from '../model/templates-store.ts';
import { MessageField } from './message-field.tsx';
import { PlayTemplate } from './play-template.tsx';
import { TemplateFailure } from './template-failure.tsx';

type TemplateFormProps = {
  readonly fields: TemplateFields;
  readonly isNew: boolean;
  readonly known: Templates;
  readonly editing: Editing;
  readonly editor: TemplateEditor;
};

const texts = strings.templates;

/** One's own template, to be written. */
export function TemplateForm({ fields, isNew, known, editing, editor }: TemplateFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { faults } = editing;
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    await editor.save();
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  const languages = languagesOf(known);
  const isSpoken = known.offer?.languages.some(({ code }) => code === fields.language) ?? true;
  return (
    <form
      ref={form}
      className="panel template-panel"
      aria-label={fields.name.trim() === '' ? texts.noName : fields.name}
      noValidate
      onSubmit={(event) => void save(event)}
    >
      <div className="template-fields">
        <Field label={texts.name} fault={faults.name}>
          {(control) => (
            <input
              {...control}
              className="form-control"
              data-focus="name"
              // Somewhat more than may be kept, so that what is pasted is not cut off unseen.
              maxLength={2 * longestTemplateName}
              value={fields.name}
              onChange={({ target }) => editor.write({ name: target.value })}
            />
          )}
        </Field>
        <Field label={texts.language} {...(!isSpoken && { hint: texts.notSpoken })}>
          {(control) => (
            <select
              {...control}
              className="form-control"
              value={fields.language}
              onChange={({ target }) => editor.write({ language: target.value })}
            >
              {languages.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <MessageField
        label={texts.text}
        text={fields.text}
        most={known.offer?.longest ?? null}
        fault={faults.text}
        onWrite={(text) => editor.write({ text })}
      />
      <TemplateFailure editing={editing} />
      <Acts fields={fields} isNew={isNew} editing={editing} editor={editor} />
    </form>
  );
}

function Acts({ fields, isNew, editing, editor }: Omit<TemplateFormProps, 'known'>) {
  const { selected, drafts, isBusy } = editing;
  const isChanged = selected !== null && drafts[selected] !== undefined;
  const unchanged = isChanged ? undefined : texts.nothingChanged;
  return (
    <div className="row template-acts">
      <Act
        type="submit"
        tone="now"
        size="call"
        busy={isBusy}
        unavailable={unchanged}
        label={isBusy ? texts.saving : texts.save}
      />
      <Act size="call" label={texts.undoChanges} unavailable={unchanged} onPress={editor.undoChanges} />
      <PlayTemplate editing={editing} editor={editor} fields={fields} />
      {!isNew && (
        <Act
          className="end"
          tone="end-line"
          size="call"
          icon={Trash2}
          busy={isBusy}
          label={texts.delete}
          name={fill(texts.deleteName, { name: fields.name })}
          onPress={() => void editor.remove()}
        />
      )}
    </div>
  );
}
