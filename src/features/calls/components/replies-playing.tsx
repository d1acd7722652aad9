import {
  Check,
  Ear,
  Grid3x3,
  ListChecks,
  MessageSquareReply,
  PhoneIncoming,
  Voicemail,
  type LucideIcon,
} from 'lucide-react';
import { useId } from 'react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName } from '../model/caller-words.ts';
import { useCallsModel, useCommand, useNumberFormat, type LineView } from '../model/calls-model.ts';
import { replyLinesOf, type ReplyLineKind } from '../model/reply-lines.ts';
import { CallCard } from './call-card.tsx';
import { CardState } from './card-state.tsx';
import { CallerLines } from './caller-lines.tsx';
import { LaneHeading } from './lane.tsx';

type RepliesPlayingProps = {
  readonly calls: readonly CallIn<'replying'>[];
  readonly now: number;
  readonly line: LineView;
};

/** The callers who hear a reply, and what each is doing just now. */
export function RepliesPlaying({ calls, now, line }: RepliesPlayingProps) {
  const id = useId();
  if (calls.length === 0) return null;
  return (
    <section className="col rows" aria-labelledby={id}>
      <LaneHeading id={id} title={strings.replies.playing.title} count={String(calls.length)} level={3} />
      {calls.map((call) => (
        <ReplyingCard key={call.id} call={call} now={now} line={line} />
      ))}
    </section>
  );
}

const icons: Readonly<Record<ReplyLineKind, LucideIcon>> = {
  listening: Ear,
  choosing: ListChecks,
  number: Grid3x3,
  voicemail: Voicemail,
  done: Check,
};

type ReplyingCardProps = Pick<RepliesPlayingProps, 'now' | 'line'> & { readonly call: CallIn<'replying'> };

function ReplyingCard({ call, now, line }: ReplyingCardProps) {
  const texts = strings.replies.playing;
  const { desk } = useCallsModel();
  const name = callerName(call, useNumberFormat());
  const time = spokenDuration(now - call.since);
  const { past, present } = replyLinesOf(call);
  const command = useCommand(call.id);
  return (
    <CallCard callId={call.id} look="now" label={fill(texts.label, { name, time })} failure={command.failure}>
      <CardState call={call} icon={MessageSquareReply} word={texts.state} tone="now">
        <Timer face={clockFace(now - call.since)} label={fill(texts.sentLabel, { time })} className="held-time" />
      </CardState>
      <div className="row">
        <CallerLines call={call} size="small" />
        <Act
          icon={PhoneIncoming}
          label={texts.take}
          name={fill(texts.takeName, { name })}
          busy={command.pending === 'answer'}
          unavailable={line.unavailable ?? undefined}
          onPress={() => command.run('answer')}
        />
      </div>
      {call.by.userId !== desk.userId && (
        <p className="small muted">
          <bdi>{fill(texts.sentBy, { who: call.by.name })}</bdi>
        </p>
      )}
      <p className="row muted">
        <Icon of={Check} size={16} />
        {past}
      </p>
      <p className="row b">
        <Icon of={icons[present.kind]} size={16} className="tone-now" />
        <span className="grow">{present.text}</span>
        {present.kind === 'voicemail' && (
          <span className="num muted" aria-hidden>
            {clockFace(now - call.stepSince)}
          </span>
        )}
      </p>
    </CallCard>
  );
}
