import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useSearch } from 'wouter/use-browser-location';
import type { Me } from '../../../shared/protocol/accounts.ts';
import { useLanes, type LineView } from '../../features/calls/model/calls-model.ts';
import { currentOf } from '../../features/calls/model/lanes.ts';
import { RecordingsPage } from '../../features/recordings/components/recordings-page.tsx';
import type { Choice } from '../../features/recordings/components/recordings-filters.tsx';
import type { Ports } from '../../ports/ports.ts';
import type { ConsoleModel } from '../console/console-model.ts';
import { useCallBack } from '../console/use-call-back.ts';
import { useKeptWords } from './use-kept-words.ts';

type RecordingsPlaceProps = {
  readonly openId: string | null;
  readonly onGo: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
  readonly me: Me;
  readonly line: LineView;
};

export function RecordingsPlace({ openId, onGo, model, ports, me, line }: RecordingsPlaceProps) {
  const { server, clock, loadSoundPlayer } = ports;
  const format = useStore(model.calls.numbers.store, (numbers) => numbers.format);
  const share = new URLSearchParams(useSearch()).get('share');
  const { id, name, role } = me.user;
  const isOnACall = currentOf(useLanes(model.calls)) !== undefined;
  return (
    <RecordingsPage
      {...{ server, clock, loadSoundPlayer, openId, share, format, isOnACall, onGo }}
      recordings={model.recordings}
      me={{ id, name }}
      queues={useQueues(model, me)}
      people={usePeople(model)}
      callBack={useCallBack(model, line)}
      kept={useKeptWords(server, role)}
    />
  );
}

/** One's own lines, and those of what is in the list: supervisors hear more than rings them. */
function useQueues({ recordings }: ConsoleModel, me: Me): readonly Choice[] {
  const table = useStore(recordings.table.store);
  return useMemo(() => {
    const heard = Object.values(table).flatMap(({ queue }) => queue ?? []);
    const all = new Map([...heard, ...me.queues].map(({ id, name }) => [id, name]));
    return byName([...all].map(([id, name]) => ({ id, name })));
  }, [table, me.queues]);
}

function usePeople({ people }: ConsoleModel): readonly Choice[] {
  const table = useStore(people.store, (state) => state.people);
  return useMemo(() => byName(Object.values(table).map(({ id, name }) => ({ id, name }))), [table]);
}

const byName = (choices: readonly Choice[]): readonly Choice[] =>
  choices.toSorted((a, b) => a.name.localeCompare(b.name));
