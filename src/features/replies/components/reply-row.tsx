import { Check, Hourglass, PhoneOff, Play, Siren, Square, Voicemail, X, type LucideIcon } from 'lucide-react';
import { useStore } from 'zustand';
import type { Reply, ReplyAnswer } from '../../../../shared/reply/reply.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { Replies } from '../model/replies.ts';
import { nameOf, queueOf, saidOf, type FormatNumber } from '../model/reply-words.ts';
import type { VoicemailPlayer } from '../model/voicemail-player.ts';
import { CallBackFailure, CallBackReply } from './call-back-reply.tsx';

type ReplyRowProps = {
  readonly reply: Reply;
  readonly replies: Replies;
  readonly player: VoicemailPlayer;
  readonly meId: string;
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  readonly onDone: () => void;
};

type Look = { readonly icon: LucideIcon; readonly tone: 'plain' | 'answer' | 'now' | 'end-tone' };
const looks: { readonly [Answer in ReplyAnswer | 'pending']: Look } = {
  urgent: { icon: Siren, tone: 'end-tone' },
  yes: { icon: Check, tone: 'answer' },
  no: { icon: X, tone: 'plain' },
  voicemail: { icon: Voicemail, tone: 'now' },
  none: { icon: PhoneOff, tone: 'plain' },
  pending: { icon: Hourglass, tone: 'plain' },
};

/** One reply: what came back, from whom, to what, and who has seen to it. */
export function ReplyRow({ reply, replies, player, meId, format, callBack, onDone }: ReplyRowProps) {
  const texts = strings.replies;
  const answer = reply.answer ?? 'pending';
  const { icon, tone } = looks[answer];
  const { pending, failures } = useStore(replies.handling);
  const name = nameOf(reply, format);
  const failure = reply.handled === null ? failures[reply.id] : undefined;
  return (
    <li className={reply.handled === null ? 'reply-row' : 'reply-row handled'} data-reply={reply.id} tabIndex={-1}>
      <span className="reply-chip">
        <Chip tone={tone} icon={icon}>
          {texts.answers[answer]}
        </Chip>
      </span>
      <div className="col reply-who">
        <bdi className="b ell">{name}</bdi>
        <span className="small muted ell">
          <bdi>{queueOf(reply)}</bdi> · {dayAndTime(reply.answeredAt ?? reply.sentAt)}
        </span>
      </div>
      <div className="col reply-said">
        <bdi className={reply.handled === null ? 'b' : ''}>{saidOf(reply, format)}</bdi>
        <bdi className="small muted">{fill(texts.to, { text: reply.text })}</bdi>
        {reply.fellBack && <span className="small muted">{texts.page.otherVoice}</span>}
        <CallBackFailure reply={reply} callBack={callBack} place="row" />
        {failure !== undefined && (
          <span className="small tone-end" role="alert">
            {fill(texts.notice.failed, { reason: failure })}
          </span>
        )}
      </div>
      <span className="small muted reply-by">{handledBy(reply, meId)}</span>
      <span className="row reply-acts">
        {reply.voicemail !== null && <PlayVoicemail reply={reply} name={name} player={player} />}
        <CallBackReply reply={reply} callBack={callBack} format={format} place="row" />
        {reply.handled === null && reply.answer !== null && (
          <Act
            iconOnly
            icon={Check}
            label={texts.page.markDone}
            name={fill(texts.page.markDoneName, { name })}
            busy={pending.includes(reply.id)}
            onPress={onDone}
          />
        )}
      </span>
    </li>
  );
}

function handledBy({ handled }: Reply, meId: string): string {
  const texts = strings.replies.page;
  if (handled === null) return texts.nobodyYet;
  const time = dayAndTime(handled.at);
  return handled.by.userId === meId ? fill(texts.you, { time }) : fill(texts.other, { who: handled.by.name, time });
}

type PlayVoicemailProps = Pick<ReplyRowProps, 'reply' | 'player'> & { readonly name: string };

function PlayVoicemail({ reply, name, player }: PlayVoicemailProps) {
  const texts = strings.replies.page;
  const { replyId, state, failure } = useStore(player.store);
  const isThis = replyId === reply.id;
  const isPlaying = isThis && state === 'playing';
  return (
    <>
      <Act
        icon={isPlaying ? Square : Play}
        label={isPlaying ? texts.stopVoicemail : texts.playVoicemail}
        name={fill(isPlaying ? texts.stopVoicemailName : texts.playVoicemailName, { name })}
        busy={isThis && state === 'loading'}
        onPress={() => void player.toggle(reply.id)}
      />
      {isThis && failure !== null && (
        <span className="small tone-end" role="alert">
          {failure}
        </span>
      )}
    </>
  );
}
