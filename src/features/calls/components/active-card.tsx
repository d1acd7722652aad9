import { MicOff, Phone, PhoneForwarded, PhoneOutgoing, Users, Volume2, type LucideIcon } from 'lucide-react';
import { useCallback } from 'react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName } from '../model/caller-words.ts';
import { useCallsModel, useNumberFormat, type Command, type LineView } from '../model/calls-model.ts';
import { ActiveActions } from './active-actions.tsx';
import { CallCard } from './call-card.tsx';
import { CardState } from './card-state.tsx';
import { CallerLines } from './caller-lines.tsx';
import { OneWayBanner, QualityBadge } from './quality-badge.tsx';
import { RecordingChip, RecordingNotice } from './recording-state.tsx';

type ActiveCall = CallIn<'dialling' | 'talking' | 'consulting' | 'transferring'>;
type ActiveCardProps = {
  readonly call: ActiveCall;
  readonly now: number;
  readonly line: LineView;
  readonly command: Command;
};

const states: { readonly [State in ActiveCall['state']]: { readonly word: string; readonly icon: LucideIcon } } = {
  dialling: { word: strings.calls.calling, icon: PhoneOutgoing },
  talking: { word: strings.calls.onCall, icon: Phone },
  consulting: { word: strings.calls.askingFirst, icon: Users },
  transferring: { word: strings.calls.transferring, icon: PhoneForwarded },
};

export function ActiveCard({ call, now, line, command }: ActiveCardProps) {
  const texts = strings.calls;
  const name = callerName(call, useNumberFormat());
  const isDialling = call.state === 'dialling';
  const talked = now - (call.answeredAt ?? call.since);
  const time = spokenDuration(talked);
  const isMuted = line.notHere === null ? command.muted : call.muted;
  return (
    <CallCard
      callId={call.id}
      look="now"
      label={fill(isDialling ? texts.callingLabel : texts.onCallLabel, { name, time })}
      failure={command.failure}
    >
      <CardState call={call} {...states[call.state]} tone="now">
        {isMuted && (
          <Chip tone="wait" icon={MicOff}>
            {texts.muted}
          </Chip>
        )}
        <RecordingChip call={call} />
        {line.notHere === null && !isDialling && <CallerLevel call={call} />}
        {line.notHere === null && <QualityBadge call={call} />}
      </CardState>
      <div className="row top-aligned">
        <CallerLines call={call} size="big" />
        <div className="col times">
          <Timer
            face={clockFace(talked)}
            label={fill(isDialling ? texts.callingTimeLabel : texts.callTimeLabel, { time })}
            className="large"
          />
          <span className="micro faint">
            {/* Its line is there before, so that nothing moves when they answer. */}
            {call.answeredAt === null
              ? '\u00A0'
              : fill(texts.answeredAfter, { time: clockFace(call.answeredAt - call.arrivedAt) })}
          </span>
        </div>
      </div>
      {line.notHere === null && <OneWayBanner call={call} />}
      <RecordingNotice call={call} now={now} />
      <ActiveActions call={call} name={name} isMuted={isMuted} line={line} command={command} />
    </CallCard>
  );
}

function CallerLevel({ call: { id, direction } }: Pick<ActiveCardProps, 'call'>) {
  const { levelOf } = useCallsModel();
  const read = useCallback(() => levelOf(id), [levelOf, id]);
  return (
    <Chip>
      <span className="only-medium">
        <Icon of={Volume2} size={14} />
      </span>
      <span className="hide-medium">{strings.calls.callerLabel[direction]}</span>
      <Meter label={strings.calls.callerLevel[direction]} read={read} />
    </Chip>
  );
}
