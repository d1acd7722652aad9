import { PhoneMissed, PhoneOff, UserCheck, type LucideIcon } from 'lucide-react';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import { callerName } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';
import { endWords } from '../model/end-words.ts';
import type { Farewell } from '../model/farewell.ts';
import { CallCard } from './call-card.tsx';
import { CallerHeading } from './caller-heading.tsx';
import { FarewellHead } from './farewell-head.tsx';
import { LastWords } from './last-words.tsx';

type LeftFarewell = Exclude<Farewell, { readonly kind: 'notReached' }>;
type FarewellCardProps = { readonly farewell: LeftFarewell; readonly now: number; readonly onDismiss: () => void };

const looks: { readonly [Kind in LeftFarewell['kind']]: { readonly word: string; readonly icon: LucideIcon } } = {
  answeredElsewhere: { word: strings.calls.answeredElsewhere, icon: UserCheck },
  gaveUp: { word: strings.calls.gaveUp, icon: PhoneMissed },
  ended: { word: strings.calls.ended, icon: PhoneOff },
};

/** What became of a call that has just left the screen. */
export function FarewellCard({ farewell, now, onDismiss }: FarewellCardProps) {
  const texts = strings.calls;
  const { call, kind } = farewell;
  const name = callerName(call, useNumberFormat());
  return (
    <CallCard callId={call.id} look="gone" label={`${looks[kind].word}, ${name}`}>
      <FarewellHead farewell={farewell} now={now} {...looks[kind]} />
      <div className="row">
        <div className="col grow">
          <CallerHeading call={call} size="small" />
          <p className="sub small">
            <Detail farewell={farewell} />
          </p>
        </div>
        <Act tone="ghost" label={texts.dismiss} name={fill(texts.dismissName, { name })} onPress={onDismiss} />
      </div>
      <LastWords farewell={farewell} name={name} />
    </CallCard>
  );
}

function Detail({ farewell }: { readonly farewell: LeftFarewell }) {
  const texts = strings.calls;
  switch (farewell.kind) {
    case 'answeredElsewhere':
      return farewell.by === null ? texts.takenByYou : <Phrase text={texts.takenBy} values={{ name: farewell.by }} />;
    case 'gaveUp':
      return fill(texts.gaveUpDetail, { time: clockFace(farewell.at - farewell.call.arrivedAt) });
    case 'ended':
      return endWords(farewell);
    default:
      return farewell satisfies never;
  }
}
