import { PhoneMissed, PhoneOff, UserCheck, type LucideIcon } from 'lucide-react';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import { callerName, queueName } from '../model/caller-words.ts';
import { useNumberFormat } from '../model/calls-model.ts';
import { farewellMs, type Farewell } from '../model/farewell.ts';
import { CallCard } from './call-card.tsx';
import { CallerHeading } from './caller-heading.tsx';

type FarewellCardProps = { readonly farewell: Farewell; readonly now: number; readonly onDismiss: () => void };

const looks: { readonly [Kind in Farewell['kind']]: { readonly word: string; readonly icon: LucideIcon } } = {
  answeredElsewhere: { word: strings.calls.answeredElsewhere, icon: UserCheck },
  gaveUp: { word: strings.calls.gaveUp, icon: PhoneMissed },
  ended: { word: strings.calls.ended, icon: PhoneOff },
};

/** What became of a call that has just left the screen. */
export function FarewellCard({ farewell, now, onDismiss }: FarewellCardProps) {
  const texts = strings.calls;
  const { call, kind } = farewell;
  const name = callerName(call, useNumberFormat());
  const leftMs = Math.min(farewellMs, Math.max(1, farewell.at + farewellMs - now));
  const seconds = Math.ceil(leftMs / 1000);
  return (
    <CallCard callId={call.id} look="gone" label={`${looks[kind].word}, ${name}`}>
      <div className="row">
        <span className="row b muted state">
          <Icon of={looks[kind].icon} size={16} />
          {looks[kind].word}
        </span>
        <Chip>
          <bdi className="ell">{queueName(call)}</bdi>
        </Chip>
        <span className="end micro faint num">{fill(texts.clearsIn, { seconds })}</span>
      </div>
      <div className="row">
        <div className="col grow">
          <CallerHeading call={call} size="small" />
          <p className="sub small">
            <Detail farewell={farewell} />
          </p>
        </div>
        <Act tone="ghost" label={texts.dismiss} name={fill(texts.dismissName, { name })} onPress={onDismiss} />
      </div>
    </CallCard>
  );
}

function Detail({ farewell }: { readonly farewell: Farewell }) {
  const texts = strings.calls;
  switch (farewell.kind) {
    case 'answeredElsewhere':
      return farewell.by === null ? texts.takenByYou : <Phrase text={texts.takenBy} values={{ name: farewell.by }} />;
    case 'gaveUp':
      return fill(texts.gaveUpDetail, { time: clockFace(farewell.at - farewell.call.arrivedAt) });
    case 'ended':
      return texts.endReasons[farewell.reason];
    default:
      return farewell satisfies never;
  }
}
