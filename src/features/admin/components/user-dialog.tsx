import { useState } from 'react';
import type { UserDetails } from '../../../../shared/protocol/accounts.ts';
import type { Result } from '../../../../shared/result.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ApiFailure } from '../../../ports/server-link.ts';
import { Checks } from '../../../ui/checks.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';
import { hasFaults, type Faults } from '../model/faults.ts';
import {
  draftOfUser,
  emptyUser,
  faultsOfUser,
  takenBy,
  trimmed,
  type UserDraft,
  type UserField,
} from '../model/user-draft.ts';
import type { Done } from './notice.tsx';
import { PasswordPart } from './password-part.tsx';
import { UserFields } from './user-fields.tsx';
import { useSaving } from './use-saving.ts';

export type UserDialogProps = {
  /** Null adds one. */
  readonly user: UserDetails | null;
  readonly admin: AdminStore;
  readonly table: AdminTable;
  readonly meId: string;
  readonly random: (count: number) => Uint8Array;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
};

const texts = strings.admin.users;
const noFaults: Faults<UserField> = {};

/** Everything about one user. What was typed stays until it is saved or thrown away. */
export function UserDialog(props: UserDialogProps) {
  const { user, table, onClose } = props;
  const [draft, setDraft] = useState<UserDraft>(user === null ? emptyUser : draftOfUser(user));
  const { faults, saving, save } = useSavingUser(props, draft);
  const isMe = user?.id === props.meId;
  const change = (part: Partial<UserDraft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <FormDialog
      title={user === null ? texts.addTitle : fill(texts.editTitle, { name: user.name })}
      submit={{ label: user === null ? texts.add : strings.admin.save }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      faults={faults}
      onSubmit={save}
      onClose={onClose}
    >
      <UserFields draft={draft} faults={faults} isMe={isMe} onChange={change} />
      {table.queues.length > 0 ? (
        <Checks
          label={texts.answers}
          options={table.queues.map(({ id, name }) => ({ id, label: name }))}
          chosen={draft.queueIds}
          onChange={(queueIds) => change({ queueIds })}
        />
      ) : (
        <p className="small muted">{texts.noLines}</p>
      )}
      <PasswordPart
        password={draft.password}
        of={user === null ? 'new' : isMe ? 'self' : 'other'}
        fault={faults.password}
        random={props.random}
        onChange={(password) => change({ password })}
      />
    </FormDialog>
  );
}

function useSavingUser({ user, admin, onDone }: UserDialogProps, draft: UserDraft) {
  const [faults, setFaults] = useState(noFaults);
  const saving = useSaving();
  const latestUsers = (): readonly UserDetails[] => {
    const state = admin.store.getState();
    return state.state === 'ready' ? state.table.users : [];
  };
  const save = (): void => {
    const ready = trimmed(draft);
    const id = user?.id ?? null;
    const found = { ...faultsOfUser(ready), ...takenBy(ready, latestUsers(), id) };
    setFaults(found);
    if (hasFaults(found)) return saving.clear();
    void saving.run(
      () => send(admin, id, ready),
      ({ name }) => onDone({ text: fill(user === null ? texts.added : texts.saved, { name }) }),
      ({ code, field }) => {
        // Somebody else was faster: who has it now is in the list that has just come.
        const faults = code === 'taken' ? takenBy(ready, latestUsers(), id) : faultAt(code, field);
        setFaults(faults);
        return hasFaults(faults);
      },
    );
  };
  return { faults, saving, save };
}

const faultAt = (code: string, field: string | undefined): Faults<UserField> =>
  code === 'badRequest' && isUserField(field) ? { [field]: strings.admin.badField } : {};

const isUserField = (field: string | undefined): field is UserField =>
  field !== undefined && Object.hasOwn(emptyUser, field);

async function send(
  admin: AdminStore,
  id: string | null,
  { password, ...facts }: UserDraft,
): Promise<Result<UserDetails, ApiFailure>> {
  if (id === null) return admin.change('createUser', { body: { ...facts, password: password ?? '' } });
  return admin.change('changeUser', { params: { id }, body: { ...facts, ...(password !== null && { password }) } });
}
