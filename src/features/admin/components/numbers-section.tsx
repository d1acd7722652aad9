import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import type { AdminStore, AdminTable, OwnNumber } from '../model/admin-store.ts';
import type { IsPossibleNumber } from '../model/number-draft.ts';
import { LineDialog } from './line-dialog.tsx';
import { LinesTable } from './lines-table.tsx';
import { Loaded } from './loaded.tsx';
import { Notice, type Done } from './notice.tsx';
import { NumberDialog } from './number-dialog.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { RemoveLineDialog } from './remove-line-dialog.tsx';
import { RemoveNumberDialog } from './remove-number-dialog.tsx';
import { sentenceOf } from './use-saving.ts';

export type NumbersSectionProps = {
  readonly admin: AdminStore;
  readonly format: (number: string) => string;
  readonly loadIsPossible: () => Promise<IsPossibleNumber>;
};

type Open =
  | { readonly what: 'addNumber' }
  | { readonly what: 'editNumber' | 'removeNumber'; readonly number: OwnNumber }
  | { readonly what: 'line'; readonly queue: QueueDetails | null }
  | { readonly what: 'removeLine'; readonly queue: QueueDetails };

const texts = strings.admin.numbers;

/** Which numbers are ours, where each leads, and who answers there. */
export function NumbersSection(props: NumbersSectionProps) {
  const { admin, format } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const finish = (next: Done): void => {
    setOpen(null);
    setDone(next);
  };
  const restore = async (number: OwnNumber): Promise<void> => {
    const saved = await admin.change('saveNumber', { body: number });
    const { queueId } = number;
    setDone({ text: saved.ok ? savedWords(admin, format(number.number), queueId) : sentenceOf(saved.error.code) });
  };
  const add = (
    <Act size="call" tone="now" icon={Plus} label={texts.add} onPress={() => setOpen({ what: 'addNumber' })} />
  );
  return (
    <Section title={texts.title} hint={texts.hint} action={add}>
      <Notice done={done} />
      <Loaded admin={admin}>
        {(table) => (
          <>
            <NumbersTable
              table={table}
              format={format}
              onEdit={(number) => setOpen({ what: 'editNumber', number })}
              onRemove={(number) => setOpen({ what: 'removeNumber', number })}
            />
            <Lines table={table} format={format} onOpen={setOpen} />
            <Opened
              {...props}
              table={table}
              open={open}
              onClose={() => setOpen(null)}
              onDone={finish}
              onUndo={(number) => void restore(number)}
              onUndoLine={(queue, numbers) => void restoreLine(admin, queue, numbers).then(setDone)}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** The line as it was, and its numbers lead to it again. */
async function restoreLine(admin: AdminStore, line: QueueDetails, numbers: readonly OwnNumber[]): Promise<Done> {
  const { greetings: _greetings, ...body } = line;
  const saved = await admin.change('saveQueue', { body });
  if (!saved.ok) return { text: sentenceOf(saved.error.code) };
  for (const number of numbers) {
    const led = await admin.change('saveNumber', { body: number });
    if (!led.ok) return { text: fill(texts.lineBackAlone, { name: line.name }) };
  }
  return { text: fill(texts.lineBack, { name: line.name }) };
}

function savedWords(admin: AdminStore, number: string, queueId: string | null): string {
  const state = admin.store.getState();
  const queues = state.state === 'ready' ? state.table.queues : [];
  const line = queues.find(({ id }) => id === queueId)?.name;
  return line === undefined ? fill(texts.savedNowhere, { number }) : fill(texts.saved, { number, line });
}

type LinesProps = Pick<NumbersSectionProps, 'format'> & {
  readonly table: AdminTable;
  readonly onOpen: (open: Open) => void;
};

function Lines({ table, format, onOpen }: LinesProps) {
  return (
    <section className="admin-part" aria-labelledby="admin-lines">
      <header className="section-head">
        <div className="col grow">
          <h2 id="admin-lines">{texts.lines}</h2>
          <p className="muted">{texts.linesHint}</p>
        </div>
        <Act size="call" icon={Plus} label={texts.addLine} onPress={() => onOpen({ what: 'line', queue: null })} />
      </header>
      {table.queues.length > 0 && (
        <LinesTable
          table={table}
          format={format}
          onEdit={(queue) => onOpen({ what: 'line', queue })}
          onRemove={(queue) => onOpen({ what: 'removeLine', queue })}
        />
      )}
    </section>
  );
}

type OpenedProps = NumbersSectionProps & {
  readonly table: AdminTable;
  readonly open: Open | null;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
  readonly onUndo: (number: OwnNumber) => void;
  readonly onUndoLine: (line: QueueDetails, numbers: readonly OwnNumber[]) => void;
};

function Opened({ open, onUndo, onUndoLine, ...props }: OpenedProps) {
  switch (open?.what) {
    case undefined:
      return null;
    case 'addNumber':
      return <NumberDialog {...props} number={null} savedWords={savedWords} />;
    case 'editNumber':
      return <NumberDialog {...props} number={open.number} savedWords={savedWords} />;
    case 'removeNumber':
      return <RemoveNumberDialog {...props} number={open.number} onUndo={onUndo} />;
    case 'line':
      return <LineDialog {...props} queue={open.queue} />;
    case 'removeLine':
      return <RemoveLineDialog {...props} line={open.queue} onUndo={onUndoLine} />;
    default:
      return open satisfies undefined;
  }
}
