import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Me } from '../../../shared/protocol/accounts.ts';
import type { LineView } from '../../features/calls/model/calls-model.ts';
import { useNow } from '../../features/calls/model/use-now.ts';
import type { Choice } from '../../features/worklist/components/history-filters.tsx';
import { WorklistPage, type PageView } from '../../features/worklist/components/worklist-page.tsx';
import { exportAddress } from '../../features/worklist/model/export-address.ts';
import { createHistory } from '../../features/worklist/model/history-list.ts';
import { createVoicemailLengths } from '../../features/worklist/model/voicemail-lengths.ts';
import { createWorkList, type WorkView } from '../../features/worklist/model/worklist-list.ts';
import type { Ports } from '../../ports/ports.ts';
import type { ConsoleModel } from '../console/console-model.ts';
import { useCallBack } from '../console/use-call-back.ts';

type WorklistPlaceProps = {
  /** What the address says: `all`, `mine`, `done`, or the id of the call whose story is to be told. */
  readonly section: string | null;
  readonly onGo: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly line: LineView;
};

const addresses: Readonly<Record<PageView, string>> = {
  open: '/call-back',
  all: '/call-back/all',
  mine: '/call-back/mine',
  doneToday: '/call-back/done',
};

/** The page of the callers to be called back, as the address has it. */
export function WorklistPlace({ section, onGo, model, ports, me, line }: WorklistPlaceProps) {
  const { view, storyId } = readSection(section);
  const parts = useParts(model, ports, view);
  const { list, history } = parts;
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  const now = useNow(model.calls.clock, model.calls.calls.now);
  const table = useStore(model.calls.calls.store, ({ calls }) => calls);
  const calls = useMemo(() => Object.values(table), [table]);
  const showCalls = (search: string): void => {
    history.choose({ search });
    onGo(addresses.all);
  };
  return (
    <WorklistPage
      {...parts}
      {...useChoices(model, me, list)}
      {...{ view, storyId, format, now, calls, onGo }}
      work={model.worklist}
      server={ports.server}
      meId={me.user.id}
      callBack={useCallBack(model, line)}
      isStale={line.isLost}
      exportOf={(wanted) => exportAddress(wanted, list.store.getState().filter, history.store.getState().filter)}
      onView={(next) => onGo(addresses[next])}
      onStory={(callId) => onGo(callId === null ? addresses.all : `/call-back/${callId}`)}
      onShowCalls={showCalls}
    />
  );
}

function readSection(section: string | null): { readonly view: PageView; readonly storyId: string | null } {
  if (section === 'mine' || section === 'all') return { view: section, storyId: null };
  if (section === 'done') return { view: 'doneToday', storyId: null };
  return section === null ? { view: 'open', storyId: null } : { view: 'all', storyId: section };
}

function useParts(model: ConsoleModel, ports: Ports, view: PageView) {
  const { server, clock } = ports;
  const { worklist } = model;
  const [parts] = useState(() => ({
    list: createWorkList({ server, clock, work: worklist }, viewOf(view)),
    history: createHistory({ server, clock }),
    lengths: createVoicemailLengths(server),
  }));
  const { list, history } = parts;
  const isAll = view === 'all';
  useEffect(() => list.follow(), [list]);
  useEffect(() => {
    if (!isAll) list.choose({ view: viewOf(view) });
  }, [list, isAll, view]);
  useEffect(() => {
    if (!isAll) return undefined;
    const stops = [
      history.follow(),
      model.calls.calls.subscribeChanges(({ before, after }) => {
        if (before?.state !== after?.state) history.changed();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [history, isAll, model]);
  // What was done, or went wrong, is not news any more when somebody comes back.
  useEffect(() => worklist.forgive, [worklist]);
  return parts;
}

const viewOf = (view: PageView): WorkView => (view === 'all' ? 'open' : view);

/** The lines and the people there are to choose from: those of one's own, and those that were seen. */
function useChoices(model: ConsoleModel, { queues }: Me, list: ReturnType<typeof createWorkList>) {
  const items = useStore(model.worklist.table.store);
  const people = useStore(model.people.store, (table) => table.people);
  useStore(list.store);
  return useMemo(() => {
    const seen = Object.values(items).flatMap(({ queue }) => queue ?? []);
    const lines = new Map<string, Choice>([...queues, ...seen].map((queue) => [queue.id, queue]));
    const byName = (a: Choice, b: Choice): number => a.name.localeCompare(b.name);
    return {
      lines: [...lines.values()].toSorted(byName),
      people: Object.values(people)
        .map(({ id, name }) => ({ id, name }))
        .toSorted(byName),
    };
  }, [items, people, queues]);
}
