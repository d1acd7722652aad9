import { Clock } from 'lucide-react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Field } from '../../../ui/field.tsx';
import { openWords } from '../model/open-words.ts';

type LinePickerProps = {
  readonly queues: readonly QueueDetails[];
  readonly queue: QueueDetails;
  readonly now: number;
  readonly onChoose: (queueId: string) => void;
};

/** Which line's hours are shown, and whether it is open by those that are saved. */
export function LinePicker({ queues, queue, now, onChoose }: LinePickerProps) {
  const { isOpen, words } = openWords(queue, now);
  return (
    <div className="admin-line-picker">
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
      <span data-open={isOpen}>
        <Chip tone={isOpen ? 'answer' : 'wait'} icon={Clock}>
          {words}
        </Chip>
      </span>
    </div>
  );
}
