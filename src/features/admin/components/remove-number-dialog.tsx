import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore, OwnNumber } from '../model/admin-store.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type RemoveNumberDialogProps = {
  readonly number: OwnNumber;
  readonly admin: AdminStore;
  readonly format: (number: string) => string;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
  readonly onUndo: (number: OwnNumber) => void;
};

const texts = strings.admin.numbers;

/** Says what callers of the number hear then, before they do. */
export function RemoveNumberDialog({ number, admin, format, onClose, onDone, onUndo }: RemoveNumberDialogProps) {
  const name = format(number.number);
  const saving = useSaving();
  const remove = (): void =>
    void saving.run(
      () => admin.change('removeNumber', { params: { number: number.number } }),
      () => onDone({ text: fill(texts.removed, { number: name }), undo: () => onUndo(number), takesFocus: true }),
    );
  return (
    <FormDialog
      title={fill(texts.removeTitle, { number: name })}
      submit={{ label: texts.remove, tone: 'end-solid' }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      onSubmit={remove}
      onClose={onClose}
    >
      <p>{fill(texts.removeText, { number: name })}</p>
    </FormDialog>
  );
}
