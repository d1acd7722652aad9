import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore } from '../model/admin-store.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type DisableDialogProps = {
  readonly user: UserDetails;
  readonly admin: AdminStore;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
  readonly onUndo: (user: UserDetails) => void;
};

const texts = strings.admin.users;

/** Says what disabling does, and to whom, before it does. */
export function DisableDialog({ user, admin, onClose, onDone, onUndo }: DisableDialogProps) {
  const { name } = user;
  const saving = useSaving();
  const disable = (): void =>
    void saving.run(
      () => admin.change('changeUser', { params: { id: user.id }, body: { disabled: true } }),
      () => onDone({ text: fill(texts.disabledNow, { name }), undo: () => onUndo(user), takesFocus: true }),
    );
  return (
    <FormDialog
      title={fill(texts.disableTitle, { name })}
      submit={{ label: texts.disable, tone: 'end-solid' }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      onSubmit={disable}
      onClose={onClose}
    >
      <p>{fill(texts.disableText, { name })}</p>
    </FormDialog>
  );
}
