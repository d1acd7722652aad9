import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';

export type LineSelectProps = {
  readonly queues: readonly QueueDetails[];
  readonly queue: QueueDetails;
  readonly onChoose: (queueId: string) => void;
};

/** Of which line a page is. */
export function LineSelect({ queues, queue, onChoose }: LineSelectProps) {
  return (
    <Field label={strings.admin.hours.line}>
      {(control) => (
        <select
          {...control}
          className="form-control"
          value={queue.id}
          onChange={(event) => onChoose(event.target.value)}
        >
          {queues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
