import { PhoneOff, PhoneOutgoing } from 'lucide-react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { callerName } from '../model/caller-words.ts';
import { useCallsModel, useNumberFormat, type LineView } from '../model/calls-model.ts';
import { unreachedWords } from '../model/end-words.ts';
import type { UnreachedFarewell } from '../model/farewell.ts';
import { CallCard } from './call-card.tsx';
import { CallerLines } from './caller-lines.tsx';
import { FarewellHead } from './farewell-head.tsx';
import { LastWords } from './last-words.tsx';

type UnreachedCardProps = {
  readonly farewell: UnreachedFarewell;
  readonly now: number;
  readonly line: LineView;
  readonly onDismiss: () => void;
};

/** A number that did not answer: why not, and the way to try it again. */
export function UnreachedCard({ farewell, now, line, onDismiss }: UnreachedCardProps) {
  const texts = strings.calls;
  const { call } = farewell;
  const { placing } = useCallsModel();
  const { pending, failure } = useStore(placing.store);
  const name = callerName(call, useNumberFormat());
  const from = `redial-${call.id}`;
  const redial = async (): Promise<void> => {
    const before = placing.wantedOf(call.id);
    const isPlaced = await placing.place({ ...before, number: call.dialled, from });
    if (isPlaced) onDismiss();
  };
  return (
    <CallCard
      callId={call.id}
      look="gone"
      label={`${unreachedWords(farewell)}, ${name}`}
      failure={failure?.wanted.from === from ? failure.sentence : null}
    >
      <FarewellHead farewell={farewell} icon={PhoneOff} word={unreachedWords(farewell)} now={now} />
      <CallerLines call={call} size="small" />
      <LastWords farewell={farewell} name={name} />
      <div className="acts">
        <Act
          className="grow"
          tone="now"
          size="call"
          icon={PhoneOutgoing}
          label={texts.redial}
          name={fill(texts.redialName, { name })}
          busy={pending === from}
          unavailable={line.noDialling ?? undefined}
          onPress={() => void redial()}
        />
        <Act size="call" label={texts.dismiss} name={fill(texts.dismissName, { name })} onPress={onDismiss} />
      </div>
    </CallCard>
  );
}
