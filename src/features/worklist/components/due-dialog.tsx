import { useState } from 'react';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { clockOf, timeToday } from '../model/time-today.ts';
import type { Worklist } from '../model/worklist.ts';

type DueDialogProps = {
  readonly item: WorkItem;
  readonly name: string;
  readonly work: Worklist;
  readonly now: number;
  readonly onClose: () => void;
};

/** When a caller asked to be called back; whoever notes it is who calls. */
export function DueDialog({ item, name, work, now, onClose }: DueDialogProps) {
  const texts = strings.worklist.due;
  const [time, setTime] = useState(item.dueAt === null ? '' : clockOf(item.dueAt));
  const [tries, setTries] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const dueAt = timeToday(time, now);
  const save = async (): Promise<void> => {
    if (dueAt === null) return setTries(tries + 1);
    setBusy(true);
    await work.own(item.id, { dueAt });
    // What kept it from being done stands in the row.
    onClose();
  };
  return (
    <FormDialog
      title={fill(texts.title, { name })}
      submit={{ label: texts.save }}
      cancelLabel={texts.cancel}
      isBusy={isBusy}
      failure={null}
      faults={tries}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={texts.time} hint={texts.text} fault={tries > 0 && dueAt === null ? texts.missing : undefined}>
        {(control) => (
          <input
            {...control}
            type="time"
            className="form-control"
            value={time}
            onChange={({ target }) => setTime(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
