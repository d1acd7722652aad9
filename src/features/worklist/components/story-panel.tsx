import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import type { ServerLink } from '../../../ports/server-link.ts';
import { Act } from '../../../ui/act.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { lineOfCall, talkedMs, waitedMs } from '../model/history-words.ts';
import { soundWords } from '../model/sound-words.ts';
import { heldMs } from '../model/story-steps.ts';
import { createStory, type Story } from '../model/story.ts';
import { nameOf, underName, type FormatNumber } from '../model/work-words.ts';
import { StoryRecordings, StorySteps } from './story-steps.tsx';

export type StoryPanelProps = {
  readonly callId: string;
  readonly server: Pick<ServerLink, 'call'>;
  /** The call while it goes on: each change is another line of its story. */
  readonly live: Call | undefined;
  readonly format: FormatNumber;
  readonly onGo: (to: string) => void;
  readonly onClose: () => void;
};

/** Everything that happened in one call, beside the list; on a smaller window instead of it. */
export function StoryPanel({ callId, server, live, format, onGo, onClose }: StoryPanelProps) {
  const texts = strings.worklist.story;
  const [told] = useState(() => createStory(server, callId));
  const state = useStore(told.store);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useEscape(onClose);
  useEffect(() => told.look(live), [told, live]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside ref={panel} className="panel story" aria-labelledby="story-title">
      <header className="row">
        <h2 id="story-title" ref={heading} tabIndex={-1} className="grow">
          {texts.title}
        </h2>
        <Act iconOnly tone="ghost" icon={X} label={texts.close} name={texts.closeName} onPress={onClose} />
      </header>
      {state.state === 'loading' && <output className="muted">{texts.loading}</output>}
      {state.state === 'failed' && (
        <div role="alert">
          <Banner
            tone="bad"
            icon={TriangleAlert}
            title={fill(texts.failed, { reason: state.sentence })}
            cure={<Act size="min" label={strings.worklist.again} onPress={() => told.look(live)} />}
          />
        </div>
      )}
      {state.state === 'ready' && <Told story={state.story} format={format} onGo={onGo} />}
    </aside>
  );
}

/** Escape in the panel closes it; what is open over it, and takes the key, is closed first. */
function useEscape(onEscape: () => void) {
  const place = useRef<HTMLElement>(null);
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const shown = place.current;
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    };
    shown?.addEventListener('keydown', pressed);
    return () => shown?.removeEventListener('keydown', pressed);
  }, []);
  return place;
}

type ToldProps = Pick<StoryPanelProps, 'format' | 'onGo'> & { readonly story: Story };

function Told({ story, format, onGo }: ToldProps) {
  const texts = strings.worklist.story;
  const { call, quality } = story;
  const under = underName(call, format);
  const facts: readonly (readonly [string, number | null])[] = [
    [texts.waited, waitedMs(call)],
    [texts.talked, talkedMs(call)],
    [texts.onHold, heldMs(story) === 0 ? null : heldMs(story)],
  ];
  return (
    <>
      <div className="col">
        <bdi className="b story-name">{nameOf(call, format)}</bdi>
        {under !== null && <bdi className="small muted tel">{under}</bdi>}
        <span className="small muted">
          <bdi>{lineOfCall(call)}</bdi> · {dayAndTime(call.arrivedAt)}
        </span>
      </div>
      <dl className="story-facts">
        {facts.map(([name, ms]) =>
          ms === null ? null : (
            <div key={name}>
              <dt className="small muted">{name}</dt>
              <dd className="b num">{clockFace(ms)}</dd>
            </div>
          ),
        )}
      </dl>
      {call.note !== '' && (
        <section className="col" aria-label={texts.noted}>
          <h3>{texts.noted}</h3>
          <bdi className="story-note">{call.note}</bdi>
        </section>
      )}
      <StoryRecordings recordings={story.recordings} onGo={onGo} />
      <StorySteps story={story} format={format} onGo={onGo} />
      {quality.length > 0 && (
        <section className="col" aria-label={texts.sound}>
          <h3>{texts.sound}</h3>
          {quality.map((one) => (
            <span key={`${one.consoleId} ${one.at}`}>{soundWords(one)}</span>
          ))}
        </section>
      )}
    </>
  );
}
