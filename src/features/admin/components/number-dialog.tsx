import { useEffect, useState } from 'react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { AdminStore, AdminTable, OwnNumber } from '../model/admin-store.ts';
import { faultOfNumber, plainNumber, type IsPossibleNumber } from '../model/number-draft.ts';
import type { Done } from './notice.tsx';
import { useSaving } from './use-saving.ts';

type NumberDialogProps = {
  readonly admin: AdminStore;
  readonly table: AdminTable;
  readonly format: (number: string) => string;
  readonly loadIsPossible: () => Promise<IsPossibleNumber>;
  /** Null adds one. */
  readonly number: OwnNumber | null;
  readonly savedWords: (admin: AdminStore, number: string, queueId: string | null) => string;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
};

const texts = strings.admin.numbers;
type Faults = { readonly fault?: string | undefined };

/** A number, and the line it leads to. */
export function NumberDialog(props: NumberDialogProps) {
  const { admin, table, number, format } = props;
  const isPossible = useIsPossible(props.loadIsPossible);
  const [typed, setTyped] = useState(number?.number ?? '');
  const [queueId, setQueueId] = useState(number === null ? (table.queues[0]?.id ?? null) : number.queueId);
  const [faults, setFaults] = useState<Faults>({});
  const saving = useSaving();
  const save = (): void => {
    const fault = number === null ? faultOfNumber(typed, table.numbers, isPossible) : null;
    setFaults({ fault: fault ?? undefined });
    if (fault !== null) return saving.clear();
    const body = { number: number?.number ?? plainNumber(typed), queueId };
    void saving.run(
      () => admin.change('saveNumber', { body }),
      () => props.onDone({ text: props.savedWords(admin, format(body.number), queueId) }),
    );
  };
  return (
    <FormDialog
      title={number === null ? texts.addTitle : fill(texts.editTitle, { number: format(number.number) })}
      submit={{ label: number === null ? texts.add : strings.admin.save }}
      cancelLabel={strings.admin.cancel}
      isBusy={saving.isBusy}
      failure={saving.failure}
      faults={faults}
      onSubmit={save}
      onClose={props.onClose}
    >
      {number === null && <NumberField typed={typed} fault={faults.fault} onChange={setTyped} />}
      <Field label={texts.leadsTo}>
        {(control) => (
          <select
            {...control}
            className="form-control"
            value={queueId ?? ''}
            onChange={(event) => setQueueId(event.target.value === '' ? null : event.target.value)}
          >
            {table.queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="">{texts.nowhere}</option>
          </select>
        )}
      </Field>
    </FormDialog>
  );
}

type NumberFieldProps = {
  readonly typed: string;
  readonly fault: string | undefined;
  readonly onChange: (typed: string) => void;
};

function NumberField({ typed, fault, onChange }: NumberFieldProps) {
  return (
    <Field label={texts.number} hint={texts.numberHint} fault={fault}>
      {(control) => (
        <input
          {...control}
          type="tel"
          className="form-control"
          autoComplete="off"
          maxLength={40}
          value={typed}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Until the world's numbering plans are here every number is possible: the server knows the shape. */
function useIsPossible(load: () => Promise<IsPossibleNumber>): IsPossibleNumber {
  const [isPossible, setIsPossible] = useState<IsPossibleNumber>(() => () => true);
  useEffect(() => {
    void load().then((loaded) => setIsPossible(() => loaded));
  }, [load]);
  return isPossible;
}
