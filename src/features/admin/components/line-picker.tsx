import { Clock } from 'lucide-react';
import { Chip } from '../../../ui/chip.tsx';
import { openWords } from '../model/open-words.ts';
import { LineSelect, type LineSelectProps } from './line-select.tsx';

type LinePickerProps = LineSelectProps & { readonly now: number };

/** Which line's hours are shown, and whether it is open by those that are saved. */
export function LinePicker({ queues, queue, now, onChoose }: LinePickerProps) {
  const { isOpen, words } = openWords(queue, now);
  return (
    <div className="admin-line-picker">
      <LineSelect queues={queues} queue={queue} onChoose={onChoose} />
      <span data-open={isOpen}>
        <Chip tone={isOpen ? 'answer' : 'wait'} icon={Clock}>
          {words}
        </Chip>
      </span>
    </div>
  );
}
