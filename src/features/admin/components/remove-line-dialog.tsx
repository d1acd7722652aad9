import { useState } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore, AdminTable, OwnNumber } from '../model/admin-store.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type RemoveLineDialogProps = {
  readonly line: QueueDetails;
  readonly admin: AdminStore;
  readonly table: AdminTable;
  readonly format: (number: string) => string;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
  readonly onUndo: (line: QueueDetails, numbers: readonly OwnNumber[]) => void;
};

const texts = strings.admin.numbers;

/** Says what becomes of what there is of the line, and asks where its numbers lead then. */
export function RemoveLineDialog({ line, admin, table, format, onClose, onDone, onUndo }: RemoveLineDialogProps) {
  const others = table.queues.filter(({ id }) => id !== line.id);
  const numbers = table.numbers.filter(({ queueId }) => queueId === line.id);
  const [numbersTo, setNumbersTo] = useState(others[0]?.id ?? '');
  const saving = useSaving();
  const remove = (): void => {
    const query = numbersTo === '' || numbers.length === 0 ? {} : { numbersTo };
    void saving.run(
      () => admin.change('removeQueue', { params: { id: line.id }, query }),
      () =>
        onDone({
          text: fill(texts.lineRemoved, { name: line.name }),
          undo: () => onUndo(line, numbers),
          takesFocus: true,
        }),
    );
  };
  const listed = numbers.map(({ number }) => format(number)).join(', ');
  return (
    <FormDialog
      title={fill(texts.removeLineTitle, { name: line.name })}
      submit={{ label: texts.remove, tone: 'end-solid' }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      onSubmit={remove}
      onClose={onClose}
    >
      <p>{texts.removeLineText}</p>
      {numbers.length > 0 && (
        <Field label={fill(plural(numbers.length, texts.lineNumbersLeadTo), { numbers: listed })}>
          {(control) => (
            <select
              {...control}
              className="form-control"
              value={numbersTo}
              onChange={(event) => setNumbersTo(event.target.value)}
            >
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{texts.nowhereThen}</option>
            </select>
          )}
        </Field>
      )}
    </FormDialog>
  );
}
