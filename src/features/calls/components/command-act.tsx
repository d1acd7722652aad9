import {
  Circle,
  CirclePause,
  CirclePlay,
  CircleStop,
  PhoneCall,
  PhoneIncoming,
  PhoneOff,
  Pause,
  Play,
  type LucideIcon,
} from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act, type ActProps } from '../../../ui/act.tsx';
import type { Command, LineView } from '../model/calls-model.ts';
import type { DeskCommand } from '../model/command-store.ts';

type Does = Exclude<DeskCommand, 'mute' | 'unmute'>;

export type CommandActProps = Pick<
  ActProps,
  'tone' | 'size' | 'iconOnly' | 'shortcut' | 'className' | 'ref' | 'label'
> & {
  readonly does: Does;
  /** Of the caller: every button says whom it is about. */
  readonly name: string;
  readonly line: LineView;
  readonly command: Command;
};

const icons: Readonly<Record<Does, LucideIcon>> = {
  answer: PhoneIncoming,
  reject: PhoneOff,
  hangUp: PhoneOff,
  hold: Pause,
  resume: Play,
  rejoin: PhoneCall,
  startRecording: Circle,
  pauseRecording: CirclePause,
  resumeRecording: CirclePlay,
  stopRecording: CircleStop,
};

/** A command of a call as a button: busy while it is under way, and unavailable while the server is. */
export function CommandAct({ does, name, line, command, ...act }: CommandActProps) {
  const texts = strings.calls;
  return (
    <Act
      {...act}
      icon={icons[does]}
      name={fill(texts[`${does}Name`], { name })}
      busy={command.pending === does}
      unavailable={line.unavailable ?? undefined}
      onPress={() => command.run(does)}
    />
  );
}
