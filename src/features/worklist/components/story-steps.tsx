import { Play } from 'lucide-react';
import type { Recording } from '../../../../shared/recording/recording.ts';
import type { Reply } from '../../../../shared/reply/reply.ts';
import { clockFace } from '../../../lib/duration.ts';
import { dateTimeFormat } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { GoLink } from '../../../ui/go-link.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { storySteps } from '../model/story-steps.ts';
import type { Story } from '../model/story.ts';
import type { FormatNumber } from '../model/work-words.ts';

type StoryStepsProps = { readonly story: Story; readonly format: FormatNumber; readonly onGo: (to: string) => void };

const texts = strings.worklist.story;

/** What happened, one line after the other. */
export function StorySteps({ story, format, onGo }: StoryStepsProps) {
  const time = dateTimeFormat({ timeStyle: 'medium' });
  return (
    <section className="col" aria-label={texts.steps}>
      <h3>{texts.steps}</h3>
      <ol className="story-steps">
        {storySteps(story, format).map(({ at, text, replyId }, index) => (
          // Two things may happen at the same time; what is told never moves.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <time className="small muted num" dateTime={new Date(at).toISOString()}>
              {time.format(at)}
            </time>
            <span className="col">
              <bdi>{text}</bdi>
              {replyId !== undefined && <Replied reply={story.replies.find(({ id }) => id === replyId)} onGo={onGo} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

type RepliedProps = { readonly reply: Reply | undefined; readonly onGo: (to: string) => void };

function Replied({ reply, onGo }: RepliedProps) {
  if (reply === undefined) return null;
  const answer = strings.replies.answers[reply.answer ?? 'pending'];
  return (
    <>
      <bdi className="small muted">{fill(texts.replyText, { text: reply.text })}</bdi>
      <span>{fill(texts.cameBack, { answer })}</span>
      <GoLink to="/replies" onGo={onGo} className="small">
        {texts.openReply}
      </GoLink>
    </>
  );
}

type StoryRecordingsProps = {
  readonly recordings: readonly Recording[];
  readonly onGo: (to: string) => void;
};

/** What was recorded of it, for those who may hear it. */
export function StoryRecordings({ recordings, onGo }: StoryRecordingsProps) {
  if (recordings.length === 0) return null;
  return (
    <section className="col" aria-label={texts.recordings}>
      <h3>{texts.recordings}</h3>
      {recordings.map(({ id, kind, lengthMs }) => (
        <GoLink key={id} to={`/recordings/${id}`} onGo={onGo} className="act act-row-size story-listen">
          <Icon of={Play} size={16} />
          {fill(kind === 'voicemail' ? texts.listenVoicemail : texts.listenCall, { length: clockFace(lengthMs) })}
        </GoLink>
      ))}
    </section>
  );
}
