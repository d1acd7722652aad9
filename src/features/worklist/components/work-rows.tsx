import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { heirOf } from '../../../lib/heir-of.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { useMediaQuery } from '../../../lib/use-media-query.ts';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { callThem } from '../model/call-them.ts';
import { callingNow } from '../model/calling-now.ts';
import type { VoicemailLengths } from '../model/voicemail-lengths.ts';
import { nameOf, type FormatNumber } from '../model/work-words.ts';
import type { Worklist } from '../model/worklist.ts';
import { DueDialog } from './due-dialog.tsx';
import { onRowKey } from './row-keys.ts';
import { WorkNotice } from './work-notice.tsx';
import { WorkRow } from './work-row.tsx';

export type WorkRowsProps = {
  readonly items: readonly WorkItem[];
  readonly caption: string;
  readonly work: Worklist;
  readonly lengths: VoicemailLengths;
  readonly meId: string;
  readonly now: number;
  /** The calls that are going on. */
  readonly calls: readonly Call[];
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  readonly onGo: (to: string) => void;
  readonly onShowCalls: (number: string) => void;
};

const texts = strings.worklist;
const narrowTable = '(max-width: 760px)';

const columnsOf = (isNarrow: boolean, isDone: boolean): readonly Column[] => [
  { title: texts.columns.caller },
  { title: texts.columns.line, kind: 'drops' },
  { title: texts.columns.missed, kind: 'drops' },
  { title: texts.columns.waited, kind: 'drops' },
  { title: texts.columns.happened, kind: 'less-important' },
  ...(isNarrow ? [] : [{ title: isDone ? texts.columns.done : texts.columns.who, kind: 'drops' } as const]),
  { title: texts.columns.actions, kind: 'actions' },
];

/** The callers of a view, and what can be done with each. */
export function WorkRows(props: WorkRowsProps) {
  const { items, work, lengths, format } = props;
  const [dueId, setDueId] = useState<string | null>(null);
  const notice = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    lengths.look(
      items.flatMap(({ what, recordingId }) => (what === 'voicemail' && recordingId !== null ? [recordingId] : [])),
    );
  }, [items, lengths]);
  const finish = async (item: WorkItem, done: boolean): Promise<void> => {
    const row = document.querySelector<HTMLElement>(`tr[data-row="${item.id}"]`);
    const hadFocus = row?.contains(document.activeElement) === true;
    const heir = heirOf(row, 'tr[data-row]');
    if ((await work.finish(item.id, done)) && hadFocus) (heir ?? notice.current)?.focus();
  };
  const due = items.find(({ id }) => id === dueId);
  return (
    <>
      <WorkNotice ref={notice} work={work} format={format} />
      {items.length > 0 && <Rows {...props} onAskTime={setDueId} onFinish={(item, done) => void finish(item, done)} />}
      {due !== undefined && (
        <DueDialog item={due} name={nameOf(due, format)} work={work} now={props.now} onClose={() => setDueId(null)} />
      )}
    </>
  );
}

type RowsProps = WorkRowsProps & {
  readonly onAskTime: (itemId: string) => void;
  readonly onFinish: (item: WorkItem, done: boolean) => void;
};

function Rows({ onAskTime, onFinish, ...props }: RowsProps) {
  const { items, work, lengths, calls, callBack, onGo } = props;
  const { pending, failures } = useStore(work.working);
  const known = useStore(lengths.store);
  const isNarrow = useMediaQuery(narrowTable);
  const isDone = items.some(({ done }) => done !== null);
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const on = (act: (item: WorkItem) => void) => (itemId: string) => {
      const item = items.find(({ id }) => id === itemId);
      if (item !== undefined) act(item);
    };
    onRowKey(event, {
      enter: on((item) => callThem(item, callBack)),
      i: on((item) => void (item.owner === null && work.own(item.id))),
      d: on((item) => onFinish(item, item.done === null)),
      s: on((item) => onGo(`/call-back/${item.callId}`)),
    });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- its rows have the focus, and each says what it is
    <div className="work-table" onKeyDown={onKey}>
      <DataTable caption={props.caption} columns={columnsOf(isNarrow, isDone)}>
        {items.map((item, index) => (
          <WorkRow
            key={item.id}
            {...props}
            item={item}
            calling={item.done === null ? callingNow(item, calls) : null}
            isBusy={pending.includes(item.id)}
            failure={failures[item.id]}
            voicemailMs={item.recordingId === null ? null : (known[item.recordingId] ?? null)}
            isFirst={index === 0}
            isNarrow={isNarrow}
            onAskTime={() => onAskTime(item.id)}
            onFinish={(done) => onFinish(item, done)}
          />
        ))}
      </DataTable>
    </div>
  );
}
