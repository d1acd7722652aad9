import { useState } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';
import { copyMonday, draftOfHours, hoursOf, type HoursDraft } from '../model/hours-draft.ts';
import { areFaultless, faultsOfHours, type HoursFaults } from '../model/hours-faults.ts';
import { HoursEditor } from './hours-editor.tsx';
import { LinePicker } from './line-picker.tsx';
import { Loaded } from './loaded.tsx';
import { Notice, type Done } from './notice.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useFaultFocus } from './use-fault-focus.ts';
import { useSaving } from './use-saving.ts';

export type HoursSectionProps = {
  readonly admin: AdminStore;
  /** The server's clock, ms since the epoch. */
  readonly now: number;
};

/** What is being changed, by the line's id: choosing another line loses nothing. */
type Drafts = Readonly<Record<string, HoursDraft | undefined>>;

const texts = strings.admin.hours;

/** When each line is open. */
export function HoursSection({ admin, now }: HoursSectionProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({});
  const setDraft = (id: string, draft: HoursDraft | undefined): void =>
    setDrafts((before) => ({ ...before, [id]: draft }));
  return (
    <Loaded admin={admin}>
      {(table) => {
        const queue = table.queues.find(({ id }) => id === chosen) ?? table.queues[0];
        if (queue === undefined) {
          return (
            <Section title={texts.title}>
              <p className="panel admin-empty muted">{texts.noLines}</p>
            </Section>
          );
        }
        return (
          <LineHours
            key={queue.id}
            admin={admin}
            table={table}
            queue={queue}
            now={now}
            draft={drafts[queue.id]}
            onDraft={(draft) => setDraft(queue.id, draft)}
            onChoose={setChosen}
          />
        );
      }}
    </Loaded>
  );
}

type LineHoursProps = HoursSectionProps & {
  readonly table: AdminTable;
  readonly queue: QueueDetails;
  /** Undefined while nothing is changed. */
  readonly draft: HoursDraft | undefined;
  readonly onDraft: (draft: HoursDraft | undefined) => void;
  readonly onChoose: (queueId: string) => void;
};

function LineHours({ admin, table, queue, now, draft: changed, onDraft, onChoose }: LineHoursProps) {
  const draft = changed ?? draftOfHours(queue);
  const [faults, setFaults] = useState<HoursFaults | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [attempts, setAttempts] = useState(0);
  const form = useFaultFocus(attempts);
  const saving = useSaving();
  const change = (next: HoursDraft): void => {
    onDraft(next);
    setDone(null);
    if (faults !== null) setFaults(faultsOfHours(next));
  };
  const save = (): void => {
    const found = faultsOfHours(draft);
    setFaults(areFaultless(found) ? null : found);
    if (!areFaultless(found)) {
      setAttempts(attempts + 1);
      return saving.clear();
    }
    void saving.run(
      () => admin.change('saveQueue', { body: { ...queue, ...hoursOf(draft) } }),
      ({ name }) => {
        onDraft(undefined);
        setDone({ text: fill(texts.saved, { name }) });
      },
    );
  };
  const copy = (): void => {
    change(copyMonday(draft));
    setDone({ text: texts.copied });
  };
  const discard = (): void => {
    onDraft(undefined);
    setFaults(null);
    saving.clear();
  };
  const isChanged = changed !== undefined;
  const actions = (
    <>
      {isChanged && <span className="small b tone-wait">{texts.unsaved}</span>}
      {isChanged && <Act size="call" tone="ghost" label={texts.discard} onPress={discard} />}
      {!draft.always && <Act size="call" label={texts.copyMonday} onPress={copy} />}
      <Act size="call" tone="now" label={strings.admin.save} busy={saving.isBusy} onPress={save} />
    </>
  );
  return (
    <Section title={texts.title} hint={texts.toldClosed} action={actions}>
      <Notice done={done} />
      <SaveFailure failure={saving.failure} />
      <LinePicker queues={table.queues} queue={queue} now={now} onChoose={onChoose} />
      <div ref={form} className="admin-form">
        <HoursEditor draft={draft} faults={faults} onChange={change} />
      </div>
    </Section>
  );
}
