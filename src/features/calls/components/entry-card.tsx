import type { Call } from '../../../../shared/call/call.ts';
import { useCallsModel, useCommand, type LineView } from '../model/calls-model.ts';
import type { Entry } from '../model/lanes.ts';
import { ActiveCard } from './active-card.tsx';
import { FarewellCard } from './farewell-card.tsx';
import { HeldCard } from './held-card.tsx';
import { RingingCard } from './ringing-card.tsx';
import { UnreachedCard } from './unreached-card.tsx';

type EntryCardProps = {
  readonly entry: Entry;
  readonly now: number;
  readonly line: LineView;
  readonly selectedId: string | null;
};

/** The card an entry of a lane calls for. */
export function EntryCard({ entry, ...rest }: EntryCardProps) {
  const { calls } = useCallsModel();
  if (entry.kind === 'call') return <CardOf call={entry.call} {...rest} />;
  const { farewell } = entry;
  const onDismiss = (): void => calls.dismiss(farewell.call.id);
  return farewell.kind === 'notReached' ? (
    <UnreachedCard farewell={farewell} now={rest.now} line={rest.line} onDismiss={onDismiss} />
  ) : (
    <FarewellCard farewell={farewell} now={rest.now} onDismiss={onDismiss} />
  );
}

type CardOfProps = Omit<EntryCardProps, 'entry'> & { readonly call: Call };

function CardOf({ call, now, line, selectedId }: CardOfProps) {
  const command = useCommand(call.id);
  switch (call.state) {
    case 'queued':
    case 'ringing':
      return <RingingCard call={call} now={now} line={line} command={command} isSelected={call.id === selectedId} />;
    case 'dialling':
    case 'talking':
    case 'consulting':
    case 'transferring':
      return <ActiveCard call={call} now={now} line={line} command={command} />;
    case 'held':
      return <HeldCard call={call} now={now} line={line} command={command} />;
    case 'parked':
    case 'replying':
    case 'voicemail':
    case 'unanswered':
    case 'ended':
      // These have no card: they are lines in a list, or not on this desk's screen at all (place-of.ts).
      return null;
    default:
      return call satisfies never;
  }
}
