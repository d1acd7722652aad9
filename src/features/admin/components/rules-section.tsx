import { useState } from 'react';
import type { QueueDetails } from '../../../../shared/protocol/directory.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { CallSpeaker } from '../../../ports/speaker.ts';
import { Act } from '../../../ui/act.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import type { AdminStore, AdminTable } from '../model/admin-store.ts';
import { hasFaults } from '../model/faults.ts';
import { draftOfRules, faultsOfRules, rulesOf, type RulesDraft, type RulesFaults } from '../model/rules-draft.ts';
import { LineSelect } from './line-select.tsx';
import { Loaded } from './loaded.tsx';
import { Notice, type Done } from './notice.tsx';
import { RecordingFields } from './recording-fields.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useFaultFocus } from './use-fault-focus.ts';
import { useSaving } from './use-saving.ts';
import { VoicemailFields } from './voicemail-fields.tsx';

export type RulesSectionProps = {
  readonly admin: AdminStore;
  readonly server: Pick<ServerLink, 'call' | 'upload'>;
  readonly speaker: Pick<CallSpeaker, 'play' | 'stop'>;
};

/** What is being changed, by the line's id: choosing another line loses nothing. */
type Drafts = Readonly<Record<string, RulesDraft | undefined>>;

const texts = strings.admin.rules;

/** What is recorded of each line, and what callers nobody can take are offered. */
export function RulesSection(props: RulesSectionProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({});
  return (
    <Loaded admin={props.admin}>
      {(table) => {
        const queue = table.queues.find(({ id }) => id === chosen) ?? table.queues[0];
        if (queue === undefined) {
          return (
            <Section title={texts.title}>
              <p className="panel admin-empty muted">{strings.admin.hours.noLines}</p>
            </Section>
          );
        }
        return (
          <LineRules
            key={queue.id}
            {...props}
            table={table}
            queue={queue}
            draft={drafts[queue.id]}
            onDraft={(draft) => {
              // Whatever becomes of the order of the lines, this one stays before whoever changes it.
              setChosen(queue.id);
              setDrafts((before) => ({ ...before, [queue.id]: draft }));
            }}
            onChoose={setChosen}
          />
        );
      }}
    </Loaded>
  );
}

type LineRulesProps = RulesSectionProps & {
  readonly table: AdminTable;
  readonly queue: QueueDetails;
  /** Undefined while nothing is changed. */
  readonly draft: RulesDraft | undefined;
  readonly onDraft: (draft: RulesDraft | undefined) => void;
  readonly onChoose: (queueId: string) => void;
};

function LineRules({ draft: changed, onDraft, ...props }: LineRulesProps) {
  const { admin, table, queue, onChoose } = props;
  const draft = changed ?? draftOfRules(queue);
  const [faults, setFaults] = useState<RulesFaults>({});
  const [done, setDone] = useState<Done | null>(null);
  const [attempts, setAttempts] = useState(0);
  const form = useFaultFocus(attempts);
  const saving = useSaving();
  const change = (part: Partial<RulesDraft>): void => {
    const next = { ...draft, ...part };
    onDraft(next);
    setDone(null);
    if (hasFaults(faults)) setFaults(faultsOfRules(next));
  };
  const save = (): void => {
    const found = faultsOfRules(draft);
    setFaults(found);
    if (hasFaults(found)) {
      setAttempts(attempts + 1);
      return saving.clear();
    }
    void saving.run(
      () => admin.change('saveQueue', { body: { ...queue, ...rulesOf(draft) } }),
      ({ name }) => {
        onDraft(undefined);
        setDone({ text: fill(texts.saved, { name }) });
      },
    );
  };
  const discard = (): void => {
    onDraft(undefined);
    setFaults({});
    saving.clear();
  };
  return (
    <Section
      title={texts.title}
      hint={texts.hint}
      action={<Actions isChanged={changed !== undefined} isBusy={saving.isBusy} onDiscard={discard} onSave={save} />}
    >
      <Notice done={done} />
      <SaveFailure failure={saving.failure} />
      <div className="admin-line-picker">
        <LineSelect queues={table.queues} queue={queue} onChoose={onChoose} />
      </div>
      <div ref={form} className="admin-form">
        <RecordingFields draft={draft} faults={faults} onChange={change} />
        <VoicemailFields {...props} draft={draft} faults={faults} onChange={change} onDone={setDone} />
      </div>
    </Section>
  );
}

type ActionsProps = {
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
};

function Actions({ isChanged, isBusy, onDiscard, onSave }: ActionsProps) {
  const { unsaved, discard } = strings.admin.hours;
  return (
    <>
      {isChanged && <span className="small b tone-wait">{unsaved}</span>}
      {isChanged && <Act size="call" tone="ghost" label={discard} onPress={onDiscard} />}
      <Act size="call" tone="now" label={strings.admin.save} busy={isBusy} onPress={onSave} />
    </>
  );
}
