import { Copy, FileText, RotateCcw, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Recording, Transcript } from '../../../../shared/recording/recording.ts';
import { copyText } from '../../../lib/copy-text.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { Deeds } from '../model/deeds.ts';
import type { Asked } from '../model/detail-store.ts';
import type { Playback } from '../model/playback.ts';
import { lineAt, linesOf, textOf, type TranscriptLine } from '../model/transcript-lines.ts';

type TranscriptPaneProps = {
  readonly recording: Recording;
  readonly transcript: Asked<Transcript | null>;
  readonly playback: Playback;
  readonly deeds: Deeds;
  readonly mayChange: boolean;
  /** Somebody writes down here what is said, or it is not known yet whether anybody does. */
  readonly transcribes: boolean;
};

/** What was said, in lines; it follows what is heard, and each word plays from its place. */
export function TranscriptPane(props: TranscriptPaneProps) {
  const { recording, transcript, playback } = props;
  const texts = strings.recordings.transcript;
  const value = transcript.state === 'here' ? transcript.value : null;
  const lines = useMemo(() => (value === null ? [] : linesOf(value)), [value]);
  const who = speakersOf(recording);
  return (
    <section className="transcript-pane" aria-labelledby="transcript-title">
      <div className="row transcript-head">
        <h3 id="transcript-title">{texts.title}</h3>
        {value?.draft === true && (
          <Chip tone="wait" icon={TriangleAlert}>
            {texts.draft}
          </Chip>
        )}
        {value !== null && <span className="small faint ell">{fill(texts.by, { provider: value.provider })}</span>}
        {lines.length > 0 && <CopyAct text={() => textOf(lines, who, clockFace)} />}
      </div>
      {transcript.state === 'failed' && <p className="small muted">{fill(texts.unread, { reason: transcript.why })}</p>}
      {recording.transcript === 'pending' && <output className="small muted">{texts.pending}</output>}
      {(recording.transcript === 'failed' || (recording.transcript === 'off' && lines.length === 0)) && (
        <Unwritten {...props} hasFailed={recording.transcript === 'failed'} />
      )}
      {recording.transcript === 'ready' && value !== null && lines.length === 0 && (
        <p className="small muted">{texts.nothing}</p>
      )}
      {lines.length > 0 && <Lines lines={lines} who={who} playback={playback} />}
    </section>
  );
}

type UnwrittenProps = Pick<TranscriptPaneProps, 'deeds' | 'mayChange' | 'transcribes'> & {
  readonly hasFailed: boolean;
};

/** Why there is no transcript, and the way to have one: also of what was recorded before anybody transcribed. */
function Unwritten({ deeds, mayChange, transcribes, hasFailed }: UnwrittenProps) {
  const texts = strings.recordings.transcript;
  const isBusy = useStore(deeds.store, ({ pending }) => pending === 'transcribe');
  if (!hasFailed && !transcribes) return <p className="small muted">{texts.off}</p>;
  return (
    <p className="row small">
      <span className="muted">{hasFailed ? texts.failed : texts.notYet}</span>
      {mayChange && (
        <Act
          size="min"
          icon={hasFailed ? RotateCcw : FileText}
          label={hasFailed ? texts.retry : texts.write}
          busy={isBusy}
          onPress={() => void deeds.transcribe()}
        />
      )}
    </p>
  );
}

/** The first name is enough beside what they say; a number or an unknown caller is the caller. */
function speakersOf({ caller, people }: Recording): (channel: 0 | 1) => string {
  const { channels } = strings.recordings;
  const first = (name: string): string => name.split(' ')[0] ?? name;
  const theirs = caller.withheld || caller.name === null ? channels.caller : first(caller.name);
  const [only] = people;
  const ours = people.length === 1 && only !== undefined ? first(only.name) : channels.reception;
  return (channel) => (channel === 0 ? theirs : ours);
}

type LinesProps = {
  readonly lines: readonly TranscriptLine[];
  readonly who: (channel: 0 | 1) => string;
  readonly playback: Playback;
};

function Lines({ lines, who, playback }: LinesProps) {
  const current = useStore(playback.store, ({ atMs }) => lineAt(lines, atMs));
  const isPlaying = useStore(playback.store, ({ state }) => state === 'playing');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const line = box?.children[current];
    // Only the list moves, never the page around it.
    if (isPlaying && box !== null && line instanceof HTMLElement) {
      box.scrollTop = line.offsetTop - box.clientHeight / 2;
    }
  }, [current, isPlaying]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <ol ref={list} className="transcript" tabIndex={0} aria-labelledby="transcript-title">
      {lines.map((line, index) => (
        <Line key={line.fromMs} line={line} who={who} isCurrent={index === current} playback={playback} />
      ))}
    </ol>
  );
}

type LineProps = Omit<LinesProps, 'lines'> & { readonly line: TranscriptLine; readonly isCurrent: boolean };

function Line({ line: { channel, fromMs, words }, who, isCurrent, playback }: LineProps) {
  const time = clockFace(fromMs);
  const said = useStore(playback.store, ({ atMs }) =>
    isCurrent ? words.findLastIndex((one) => one.fromMs <= atMs) : -1,
  );
  return (
    <li className={isCurrent ? 'current' : ''} aria-current={isCurrent || undefined}>
      <button
        type="button"
        className="transcript-time num small"
        aria-label={fill(strings.recordings.transcript.playFrom, { time })}
        onClick={() => playback.playFrom(fromMs)}
      >
        {time}
      </button>
      <bdi className={channel === 0 ? 'small b tone-now ell' : 'small b muted ell'}>{who(channel)}</bdi>
      {/* A word is a place to press for whoever points at it; by key the times lead there. */}
      <span>
        {words.map((word, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the time of the line does the same by key
          <span
            key={`${word.fromMs}-${word.text}`}
            className={index === said ? 'word said' : 'word'}
            onClick={() => playback.playFrom(word.fromMs)}
          >
            {word.text}{' '}
          </span>
        ))}
      </span>
    </li>
  );
}

function CopyAct({ text }: { readonly text: () => string }) {
  const texts = strings.recordings.transcript;
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const copy = async (): Promise<void> => setOutcome((await copyText(text())) ? 'copied' : 'refused');
  return (
    <span className="row end">
      <output className="small muted">
        {outcome === 'copied' && texts.copied}
        {outcome === 'refused' && texts.copyFailed}
      </output>
      <Act size="min" icon={Copy} label={texts.copy} onPress={() => void copy()} />
    </span>
  );
}
