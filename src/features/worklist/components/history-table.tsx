import { ListTree, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { endedWords, lineOfCall, talkedMs, waitedMs } from '../model/history-words.ts';
import { nameOf, underName, type FormatNumber } from '../model/work-words.ts';
import { onRowKey } from './row-keys.ts';

type HistoryTableProps = {
  readonly calls: readonly Call[];
  readonly format: FormatNumber;
  /** Whose story is open. */
  readonly openId: string | null;
  readonly onOpen: (callId: string) => void;
};

const texts = strings.worklist.history;
const columns = [
  { title: texts.columns.caller },
  { title: texts.columns.when, kind: 'drops' },
  { title: texts.columns.line, kind: 'drops' },
  { title: texts.columns.ended, kind: 'drops' },
  { title: texts.columns.who, kind: 'less-important' },
  { title: texts.columns.waited, kind: 'less-important' },
  { title: texts.columns.talked, kind: 'drops' },
  { title: texts.columns.actions, kind: 'actions' },
] as const;

/** Every call, what became of it, and the way to its story. */
export function HistoryTable({ calls, format, openId, onOpen }: HistoryTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its rows have the focus, and each says what it is
    <div className="work-table history-table" onKeyDown={(event) => onRowKey(event, { enter: onOpen, s: onOpen })}>
      <DataTable caption={texts.caption} columns={columns}>
        {calls.map((call, index) => (
          <HistoryRow
            key={call.id}
            call={call}
            format={format}
            isFirst={index === 0}
            isOpen={call.id === openId}
            onOpen={() => onOpen(call.id)}
          />
        ))}
      </DataTable>
    </div>
  );
}

type HistoryRowProps = Pick<HistoryTableProps, 'format'> & {
  readonly call: Call;
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function HistoryRow({ call, format, isFirst, isOpen, onOpen }: HistoryRowProps) {
  const name = nameOf(call, format);
  const under = underName(call, format);
  const when = dayAndTime(call.arrivedAt);
  const [waited, talked] = [waitedMs(call), talkedMs(call)].map((ms) => (ms === null ? '' : clockFace(ms)));
  const isOut = call.direction === 'outbound';
  return (
    <tr data-row={call.id} tabIndex={isFirst ? 0 : -1} data-open={isOpen || undefined}>
      <th scope="row">
        <span className="row">
          <Icon of={isOut ? PhoneOutgoing : PhoneIncoming} size={16} className="faint" />
          <span className="sr">{isOut ? texts.outgoing : texts.incoming}</span>
          <span className="col">
            <bdi className="b">{name}</bdi>
            {under !== null && <bdi className="small muted tel">{under}</bdi>}
            <span className="small muted only-narrow">
              {when} · {endedWords(call)}
              {talked !== '' && ` · ${talked}`}
            </span>
          </span>
        </span>
      </th>
      <td className="drops num">{when}</td>
      <td className="drops">
        <bdi>{lineOfCall(call)}</bdi>
      </td>
      <td className="drops">{endedWords(call)}</td>
      <td className="drops less-important">
        <bdi>{call.agent?.name}</bdi>
      </td>
      <td className="drops less-important num">{waited}</td>
      <td className="drops num">{talked}</td>
      <td className="actions">
        <Act
          icon={ListTree}
          label={texts.story}
          name={fill(texts.storyName, { name, time: when })}
          pressed={isOpen}
          onPress={onOpen}
        />
      </td>
    </tr>
  );
}
