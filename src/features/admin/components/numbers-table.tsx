import { ArrowRight, PhoneIncoming, TriangleAlert } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { AdminTable, OwnNumber } from '../model/admin-store.ts';
import { membersWords } from '../model/line-words.ts';

type NumbersTableProps = {
  readonly table: AdminTable;
  readonly format: (number: string) => string;
  readonly onEdit: (number: OwnNumber) => void;
  readonly onRemove: (number: OwnNumber) => void;
};

const texts = strings.admin.numbers;
const columns = [
  { title: texts.number },
  { title: texts.line, kind: 'drops' },
  { title: texts.rings, kind: 'drops' },
  { title: texts.for, kind: 'drops' },
  { title: texts.afterwards, kind: 'less-important' },
  { title: strings.admin.users.actions, kind: 'actions' },
] as const;

export function NumbersTable({ table, format, onEdit, onRemove }: NumbersTableProps) {
  if (table.numbers.length === 0) return <p className="panel admin-empty muted">{texts.none}</p>;
  return (
    <DataTable caption={texts.title} columns={columns}>
      {table.numbers.map((number) => {
        const name = format(number.number);
        const hasRoute = table.queues.some(({ id }) => id === number.queueId);
        const edit = hasRoute ? strings.admin.edit : texts.setUp;
        const editName = fill(hasRoute ? strings.admin.editOne : texts.setUpOne, { name });
        return (
          <tr key={number.number}>
            <Route number={number} name={name} table={table} />
            <td className="actions">
              <span className="row-actions">
                <Act
                  tone="ghost"
                  label={texts.remove}
                  name={fill(texts.removeOne, { number: name })}
                  onPress={() => onRemove(number)}
                />
                <Act label={edit} name={editName} onPress={() => onEdit(number)} />
              </span>
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

type RouteProps = { readonly number: OwnNumber; readonly name: string; readonly table: AdminTable };

function Route({ number, name, table }: RouteProps) {
  const queue = table.queues.find(({ id }) => id === number.queueId);
  if (queue === undefined) {
    const noRoute = (
      <Chip tone="wait" icon={TriangleAlert}>
        {texts.noRoute}
      </Chip>
    );
    return (
      <>
        <th scope="row" className="num">
          <span className="b">{name}</span>
          <span className="only-narrow">{noRoute}</span>
        </th>
        <td className="drops faint">–</td>
        <td className="drops">{noRoute}</td>
        <td className="drops faint">–</td>
        <td className="drops less-important">{texts.refused}</td>
      </>
    );
  }
  const members = membersWords(queue, table.users);
  const seconds = fill(strings.admin.seconds, { count: queue.answerWithinSeconds });
  return (
    <>
      <th scope="row">
        <span className="b num">{name}</span>
        <span className="small muted only-narrow">
          {queue.name}, {members ?? texts.nobodyHint}, {seconds}
        </span>
      </th>
      <td className="drops">{queue.name}</td>
      <td className="drops">
        {members === null ? (
          <Chip tone="wait" icon={TriangleAlert}>
            {texts.nobodyHint}
          </Chip>
        ) : (
          <span className="row">
            <Icon of={PhoneIncoming} size={16} className="tone-answer admin-fixed" />
            {members}
          </span>
        )}
      </td>
      <td className="drops num">{seconds}</td>
      <td className="drops less-important">
        <span className="row">
          <Icon of={ArrowRight} size={16} className="faint admin-fixed" />
          {texts.unanswered}
        </span>
      </td>
    </>
  );
}
