import { useState } from 'react';
import { queueSchema, type QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Checks } from '../../../ui/checks.tsx';
import { Field } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';
import { faultsBy, hasFaults, type Faults } from '../model/faults.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type LineDialogProps = {
  readonly admin: AdminStore;
  readonly table: AdminTable;
  /** Null adds one. */
  readonly queue: QueueDetails | null;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
};

type LineDraft = { readonly name: string; readonly seconds: string; readonly memberIds: readonly string[] };

const texts = strings.admin.numbers;
const facts = queueSchema.pick({ name: true, answerWithinSeconds: true });

/** A line: its name, whom it rings, and for how long. */
export function LineDialog({ admin, table, queue, onClose, onDone }: LineDialogProps) {
  const [draft, setDraft] = useState<LineDraft>(draftOf(queue));
  const [faults, setFaults] = useState<Faults<'name' | 'answerWithinSeconds'>>({});
  const saving = useSaving();
  const change = (part: Partial<LineDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = (): void => {
    const answerWithinSeconds = /^\d+$/.test(draft.seconds) ? Number(draft.seconds) : Number.NaN;
    const found = faultsBy(facts, { name: draft.name, answerWithinSeconds });
    setFaults({ ...found, ...(found.answerWithinSeconds !== undefined && { answerWithinSeconds: texts.badSeconds }) });
    if (hasFaults(found)) return saving.clear();
    const body = { ...(queue ?? newLine()), name: draft.name, answerWithinSeconds, memberIds: draft.memberIds };
    void saving.run(
      () => admin.change('saveQueue', { body }),
      ({ name }) => onDone({ text: fill(texts.lineSaved, { name }) }),
    );
  };
  const options = table.users
    .filter(({ id, disabled }) => !disabled || draft.memberIds.includes(id))
    .map(({ id, name }) => ({ id, label: name }));
  return (
    <FormDialog
      title={queue === null ? texts.addLineTitle : fill(texts.editLineTitle, { name: queue.name })}
      submit={{ label: queue === null ? texts.addLine : strings.admin.save }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      faults={faults}
      onSubmit={save}
      onClose={onClose}
    >
      <LineFields draft={draft} faults={faults} onChange={change} />
      <Checks
        label={texts.members}
        hint={texts.membersHint}
        options={options}
        chosen={draft.memberIds}
        onChange={(memberIds) => change({ memberIds })}
      />
    </FormDialog>
  );
}

const draftOf = (queue: QueueDetails | null): LineDraft => ({
  name: queue?.name ?? '',
  seconds: String(queue?.answerWithinSeconds ?? 30),
  memberIds: queue?.memberIds ?? [],
});

/** Open around the clock, on the clock of this computer, until an administrator says otherwise. */
const newLine = () => ({
  openingHours: null,
  exceptions: [],
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

type LineFieldsProps = {
  readonly draft: LineDraft;
  readonly faults: Faults<'name' | 'answerWithinSeconds'>;
  readonly onChange: (part: Partial<LineDraft>) => void;
};

function LineFields({ draft, faults, onChange }: LineFieldsProps) {
  return (
    <>
      <Field label={texts.lineName} fault={faults.name}>
        {(control) => (
          <input
            {...control}
            className="form-control"
            autoComplete="off"
            maxLength={60}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.ringFor} hint={texts.ringForHint} fault={faults.answerWithinSeconds}>
        {(control) => (
          <input
            {...control}
            className="form-control"
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            value={draft.seconds}
            onChange={(event) => onChange({ seconds: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
