import { Mic, MicOff, Pause, Phone, PhoneOutgoing, RotateCcw, type LucideIcon } from 'lucide-react';
import type { Call } from '../../../../shared/call/call.ts';
import { can } from '../../../../shared/call/commands.ts';
import { clockFace, spokenDuration } from '../../../lib/duration.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import { Timer } from '../../../ui/timer.tsx';
import { callerName, queueName } from '../model/caller-words.ts';
import { useCommand, useNumberFormat, type Command, type LineView } from '../model/calls-model.ts';
import { isLost } from '../model/lanes.ts';
import { CommandAct } from './command-act.tsx';
import { useMoveGuard } from './use-move-guard.ts';

type NowBarProps = {
  readonly call: Call;
  readonly now: number;
  readonly line: LineView;
  readonly onExpand: () => void;
};

/**
 * The current call while the ringing ones, or another page, have the room: its essentials, one touch from the rest. When it gives
 * way to another call its buttons are new ones, and deaf for a moment.
 */
export function NowBar(props: NowBarProps) {
  const { call, now } = props;
  const name = callerName(call, useNumberFormat());
  const { ref, onClickCapture } = useMoveGuard<HTMLElement>({ callId: call.id });
  return (
    <section
      ref={ref}
      className="now-bar"
      onClickCapture={onClickCapture}
      aria-label={labelOf(call, name, spokenDuration(talkedMs(call, now)))}
      data-call={call.id}
    >
      <Current key={call.id} {...props} name={name} />
    </section>
  );
}

function labelOf(call: Call, name: string, time: string): string {
  const texts = strings.calls;
  if (call.state === 'dialling') return fill(texts.callingLabel, { name, time });
  if (call.state === 'held') return fill(texts.stateLabel, { state: stateWord(call), name, time });
  return fill(texts.onCallLabel, { name, time });
}

const talkedMs = ({ answeredAt, arrivedAt }: Call, now: number): number => now - (answeredAt ?? arrivedAt);

type CurrentProps = NowBarProps & { readonly name: string };

function Current({ call, now, line, name, onExpand }: CurrentProps) {
  const texts = strings.calls;
  const command = useCommand(call.id);
  const talked = talkedMs(call, now);
  const time = spokenDuration(talked);
  const isDialling = call.state === 'dialling';
  return (
    <>
      <button type="button" className="now-bar-call" aria-label={fill(texts.showCall, { name })} onClick={onExpand}>
        <Icon of={iconOf(call)} size={17} className="tone-now" />
        <span className="col grow">
          <bdi className="b ell">{name}</bdi>
          <span className="small muted ell">
            <Phrase text={texts.queueAndState} values={{ queue: queueName(call), state: stateWord(call) }} />
          </span>
        </span>
      </button>
      <Timer
        face={clockFace(talked)}
        label={fill(isDialling ? texts.callingTimeLabel : texts.callTimeLabel, { time })}
        className="middle"
      />
      <NowBarActions call={call} name={name} line={line} command={command} />
      {command.failure !== null && (
        <p className="card-failure" role="alert">
          {command.failure}
        </p>
      )}
    </>
  );
}

function iconOf(call: Call): LucideIcon {
  if (call.state === 'dialling') return PhoneOutgoing;
  if (isLost(call)) return RotateCcw;
  return call.state === 'held' ? Pause : Phone;
}

function stateWord(call: Call): string {
  const texts = strings.calls;
  if (call.state === 'dialling') return texts.progress[call.progress];
  if (isLost(call)) return texts.stillOnTheLine;
  return call.state === 'held' ? texts.onHold : texts.onCall;
}

type NowBarActionsProps = Pick<NowBarProps, 'call' | 'line'> & { readonly name: string; readonly command: Command };

function NowBarActions({ call, ...rest }: NowBarActionsProps) {
  const texts = strings.calls;
  const { answer, hold } = useShortcuts();
  const does = { size: 'main', ...rest } as const;
  return (
    <>
      {isLost(call) && <CommandAct does="rejoin" tone="answer" label={texts.rejoin} shortcut={answer} {...does} />}
      {can(call, 'resume') && <CommandAct does="resume" tone="now" label={texts.resume} shortcut={hold} {...does} />}
      {call.state !== 'dialling' && call.state !== 'held' && <MuteAct call={call} {...rest} />}
      {can(call, 'hold') && <CommandAct does="hold" iconOnly label={texts.hold} {...does} />}
      <CommandAct does="hangUp" tone="end-solid" iconOnly label={texts.hangUp} {...does} />
    </>
  );
}

function MuteAct({ call, name, line, command }: NowBarActionsProps) {
  const texts = strings.calls;
  const isMuted = line.notHere === null ? command.muted : call.muted;
  const mute = isMuted ? 'unmute' : 'mute';
  return (
    <Act
      size="main"
      iconOnly
      icon={isMuted ? MicOff : Mic}
      pressed={isMuted}
      label={texts[mute]}
      name={fill(isMuted ? texts.unmuteName : texts.muteName, { name })}
      unavailable={(line.notHere === null ? null : line.unavailable) ?? undefined}
      onPress={() => command.run(mute)}
    />
  );
}
