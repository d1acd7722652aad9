import { Circle, CirclePause, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { can } from '../../../../shared/call/commands.ts';
import { spokenRoughly } from '../../../lib/duration.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { type Command, type LineView, useCallsModel } from '../model/calls-model.ts';
import { isRecordedByRule } from '../model/place-of.ts';
import { CommandAct } from './command-act.tsx';
import './recording.css';

type Recorded = Exclude<Call['recording'], 'off'>;
type Look = { readonly icon: LucideIcon; readonly tone: 'end-tone' | 'wait' };

const looks: { readonly [State in Recorded]: Look } = {
  on: { icon: Circle, tone: 'end-tone' },
  paused: { icon: CirclePause, tone: 'wait' },
  failed: { icon: TriangleAlert, tone: 'end-tone' },
};

type RecordingProps = { readonly call: Pick<Call, 'recording'> };

/** Whether the call is being recorded, in a word; nothing while nobody has asked for it. */
export function RecordingChip({ call: { recording } }: RecordingProps) {
  if (recording === 'off') return null;
  const { icon, tone } = looks[recording];
  return (
    <span className={`recording-state ${recording}`} data-recorded={recording}>
      <Chip tone={tone} icon={icon}>
        {strings.calls.recording[recording]}
      </Chip>
    </span>
  );
}

/** What should be known beyond that: it failed, or it has been paused for longer than a card number takes. */
export function RecordingNotice({ call, now }: RecordingProps & { readonly now: number }) {
  if (call.recording === 'failed') {
    return (
      <div role="alert">
        <Banner tone="bad" icon={TriangleAlert} title={strings.calls.recordingFailed} />
      </div>
    );
  }
  return call.recording === 'paused' ? <PausedFor now={now} /> : null;
}

const longPauseMs = 60_000;

/** Since when, as this page saw it: what matters is that somebody is reminded. */
function PausedFor({ now }: { readonly now: number }) {
  const [since] = useState(now);
  const pausedMs = now - since;
  // There all the time, so that what comes into it is read out.
  return (
    <output className="recording-reminder">
      {pausedMs >= longPauseMs && (
        <Banner
          tone="wait"
          icon={CirclePause}
          title={fill(strings.calls.recordingPausedLong, { time: spokenRoughly(pausedMs) })}
          text={strings.calls.recordingPausedHint}
        />
      )}
    </output>
  );
}

type RecordingTilesProps = {
  readonly call: Call;
  readonly name: string;
  readonly line: LineView;
  readonly command: Command;
};

/** Records, pauses, goes on and stops: what makes sense now. Calls of a line that records all of them are not stopped. */
export function RecordingTiles({ call, name, line, command }: RecordingTilesProps) {
  const texts = strings.calls;
  const keys = useShortcuts();
  const { desk } = useCallsModel();
  const stops = can(call, 'stopRecording') && !isRecordedByRule(call, desk);
  const next = (['startRecording', 'pauseRecording', 'resumeRecording'] as const).find((one) => can(call, one));
  const shared = { size: 'tile', name, line, command } as const;
  return (
    <>
      {next !== undefined && <CommandAct {...shared} does={next} label={texts[next]} shortcut={keys.pauseRecording} />}
      {stops && <CommandAct {...shared} does="stopRecording" label={texts.stopRecording} />}
    </>
  );
}
