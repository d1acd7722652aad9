import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { AdminTable } from '../model/admin-store.ts';
import { membersWords } from '../model/line-words.ts';

type LinesTableProps = {
  readonly table: AdminTable;
  readonly format: (number: string) => string;
  readonly onEdit: (queue: QueueDetails) => void;
  readonly onRemove: (queue: QueueDetails) => void;
};

const texts = strings.admin.numbers;
const columns = [
  { title: texts.line },
  { title: texts.numbersOf, kind: 'less-important' },
  { title: texts.members, kind: 'drops' },
  { title: texts.ringFor, kind: 'drops' },
  { title: strings.admin.users.actions, kind: 'actions' },
] as const;

export function LinesTable({ table, format, onEdit, onRemove }: LinesTableProps) {
  return (
    <DataTable caption={texts.lines} columns={columns}>
      {table.queues.map((queue) => {
        const numbers = table.numbers.filter(({ queueId }) => queueId === queue.id);
        const members = membersWords(queue, table.users) ?? texts.nobody;
        const seconds = fill(strings.admin.seconds, { count: queue.answerWithinSeconds });
        return (
          <tr key={queue.id}>
            <th scope="row">
              <span className="b">{queue.name}</span>
              <span className="small muted only-narrow">
                {members}, {seconds}
              </span>
            </th>
            <td className="drops less-important">
              {numbers.length > 0 ? (
                numbers.map(({ number }) => format(number)).join(', ')
              ) : (
                <span className="faint">{texts.noNumber}</span>
              )}
            </td>
            <td className="drops">{members}</td>
            <td className="drops num">{seconds}</td>
            <td className="actions">
              <span className="row-actions">
                <Act
                  tone="ghost"
                  label={texts.remove}
                  name={fill(texts.removeOne, { number: queue.name })}
                  onPress={() => onRemove(queue)}
                />
                <Act
                  label={strings.admin.edit}
                  name={fill(strings.admin.editOne, { name: queue.name })}
                  onPress={() => onEdit(queue)}
                />
              </span>
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}
