import { Check, Copy, Info, Siren, Voicemail, X, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Reply, ReplyAnswer } from '../../../../shared/reply/reply.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { copyText } from '../../../lib/copy-text.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { timeOfDay } from '../../../lib/time-of-day.ts';
import { narrowWindow, useMediaQuery } from '../../../lib/use-media-query.ts';
import { Act } from '../../../ui/act.tsx';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { beginningOf, nameOf, noticeOf, queueOf, urgentNumber, type FormatNumber } from '../model/reply-words.ts';
import { byUrgency, isNotable, isSpokenOtherwise } from '../model/reply-table.ts';
import type { Replies } from '../model/replies.ts';
import { CallBackFailure, CallBackReply } from './call-back-reply.tsx';
import { HandledNotice } from './handled-notice.tsx';
import { usePutAway } from './use-put-away.ts';
import './replies.css';

type ReplyNoticesProps = {
  readonly replies: Replies;
  /** Whose answers stand here: those of the replies they sent. */
  readonly meId: string;
  readonly format: FormatNumber;
  readonly callBack: CallBack;
  readonly onGo: (to: string) => void;
};

/** As many as leave the people beside them in sight; on a narrow window, what can be done with the call that is on. */
const mostNotices = { wide: 3, narrow: 1 };

/** What callers answered, bottom right until somebody has dealt with it: on every desk of whoever asked, after a reload too. */
export function ReplyNotices({ replies, meId, format, callBack, onGo }: ReplyNoticesProps) {
  const table = useStore(replies.table.store);
  const most = mostNotices[useMediaQuery(narrowWindow) ? 'narrow' : 'wide'];
  const calledBack = useStore(replies.handling, (handling) => handling.calledBack);
  const mine = Object.values(table)
    .filter((reply) => isNotable(reply) && reply.by.userId === meId)
    .toSorted(byUrgency);
  const otherwiseSpoken = Object.values(table).filter((reply) => isSpokenOtherwise(reply) && reply.by.userId === meId);
  const { putAway, said } = usePutAway(replies);
  const [returnedId, setReturnedId] = useState<string | null>(null);
  const dismiss = (replyId: string): void => {
    setReturnedId(null);
    void putAway(replyId);
  };
  const texts = strings.replies.notice;
  const more = mine.length - most;
  return (
    <div className="notices">
      {mine.length + calledBack.length + otherwiseSpoken.length > 0 && (
        <section className="notices-list" aria-label={texts.label}>
          {more > 0 && (
            <GoLink to="/replies" onGo={onGo} className="notices-more">
              {fill(plural(more, texts.more), { count: more })}
            </GoLink>
          )}
          {otherwiseSpoken.map((reply) => (
            <Word key={reply.id} reply={reply} format={format} icon={Info} text={texts.otherVoice} />
          ))}
          {calledBack.map((id) => (
            <Word
              key={id}
              reply={table[id]}
              format={format}
              icon={Check}
              tone="yes"
              text={strings.dialling.calledBack}
            />
          ))}
          {mine.slice(0, most).map((reply) => (
            <Notice
              key={reply.id}
              {...{ reply, replies, format, callBack }}
              isReturned={reply.id === returnedId}
              onDismiss={() => dismiss(reply.id)}
            />
          ))}
        </section>
      )}
      <HandledNotice ref={said} isPassing replies={replies} format={format} onUndone={setReturnedId} />
    </div>
  );
}

const icons: { readonly [Answer in ReplyAnswer]?: LucideIcon } = {
  yes: Check,
  no: X,
  urgent: Siren,
  voicemail: Voicemail,
};

type NoticeProps = Pick<ReplyNoticesProps, 'replies' | 'format' | 'callBack'> & {
  readonly reply: Reply;
  /** It had been dismissed, and that was undone here: it takes the focus. */
  readonly isReturned: boolean;
  readonly onDismiss: () => void;
};

function Notice({ reply, replies, format, callBack, isReturned, onDismiss }: NoticeProps) {
  const texts = strings.replies.notice;
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isReturned) notice.current?.focus();
  }, [isReturned]);
  const { pending, failures } = useStore(replies.handling);
  const isUrgent = reply.answer === 'urgent';
  const failure = failures[reply.id];
  return (
    <article ref={notice} className={isUrgent ? 'notice urgent' : 'notice'} data-reply={reply.id} tabIndex={-1}>
      <span className={`notice-icon ${reply.answer ?? ''}`}>
        <Icon of={icons[reply.answer ?? 'none'] ?? Check} size={18} />
      </span>
      <div className="col grow">
        <h3>
          <bdi>{noticeOf(reply, format)}</bdi>
        </h3>
        <p className="muted">
          <bdi>{aboutOf(reply, format)}</bdi>
        </p>
        <div className="row notice-acts">
          <CallBackReply reply={reply} callBack={callBack} format={format} place="notice" />
          {isUrgent && <CopyNumber number={urgentNumber(reply) ?? ''} />}
          <Act
            label={texts.done}
            name={fill(texts.dismissName, { name: nameOf(reply, format) })}
            icon={Check}
            busy={pending.includes(reply.id)}
            onPress={onDismiss}
          />
        </div>
        <CallBackFailure reply={reply} callBack={callBack} place="notice" />
        {failure !== undefined && (
          <p className="small tone-end" role="alert">
            {fill(texts.failed, { reason: failure })}
          </p>
        )}
      </div>
    </article>
  );
}

type WordProps = {
  readonly reply: Reply | undefined;
  readonly format: FormatNumber;
  readonly icon: LucideIcon;
  readonly tone?: 'yes';
  readonly text: string;
};

/** What is said for a while and needs no answer: where a notice went, or that another voice speaks. */
function Word({ reply, format, icon, tone, text }: WordProps) {
  if (reply === undefined) return null;
  return (
    <article className="notice">
      <span className={`notice-icon ${tone ?? ''}`}>
        <Icon of={icon} size={18} />
      </span>
      <div className="col grow">
        <h3>
          <bdi>{nameOf(reply, format)}</bdi>
        </h3>
        <p className="muted">{text}</p>
      </div>
    </article>
  );
}

function aboutOf(reply: Reply, format: FormatNumber): string {
  const texts = strings.replies.notice;
  const time = timeOfDay(reply.answeredAt ?? reply.sentAt);
  if (reply.answer !== 'urgent') return fill(texts.toAt, { text: beginningOf(reply), time });
  const isOwn = urgentNumber(reply) === reply.caller.number;
  const values = { name: nameOf(reply, format), queue: queueOf(reply), time };
  return fill(isOwn ? texts.fromOwn : texts.from, values);
}

function CopyNumber({ number }: { readonly number: string }) {
  const texts = strings.replies.notice;
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied(await copyText(number));
  return (
    <Act
      iconOnly
      icon={isCopied ? Check : Copy}
      label={isCopied ? texts.copied : texts.copyNumber}
      onPress={() => void copy()}
    />
  );
}
