import { Grid3x3, Mic, MicOff } from 'lucide-react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { can } from '../../../../shared/call/commands.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { useCallsModel, type Command, type LineView } from '../model/calls-model.ts';
import { CommandAct } from './command-act.tsx';
import { DialProgress } from './dial-progress.tsx';
import { CallerHistory } from './history.tsx';
import { Keypad } from './keypad.tsx';
import { NoteField } from './note-field.tsx';
import { RecordingTiles } from './recording-state.tsx';
import { useKeptHeight } from './use-kept-height.ts';

type ActiveActionsProps = {
  readonly call: Call;
  readonly name: string;
  readonly isMuted: boolean;
  readonly line: LineView;
  readonly command: Command;
};

/** What is known of the call that is on, and what can be done with it. */
export function ActiveActions(props: ActiveActionsProps) {
  const { call, name, line, command } = props;
  const { keypad } = useCallsModel();
  const keys = useShortcuts();
  const isKeypadOpen = useStore(keypad.store, (all) => all[call.id]?.isOpen ?? false);
  const body = useKeptHeight(isKeypadOpen);
  return (
    <>
      {/* The keypad replaces what is known and noted, and the row under it stays where it is. */}
      <div ref={body} className="call-body">
        {!isKeypadOpen && <CallerHistory call={call} />}
        {call.state === 'dialling' ? (
          <DialProgress progress={call.progress} />
        ) : (
          <Tiles {...props} isKeypadOpen={isKeypadOpen} />
        )}
        {isKeypadOpen ? <Keypad callId={call.id} name={name} /> : <NoteField call={call} name={name} hasKey />}
      </div>
      <div className="acts">
        <CommandAct
          does="hangUp"
          className="hang-up end"
          tone="end-solid"
          size="main"
          label={strings.calls.hangUp}
          shortcut={keys.hangUp}
          {...{ name, line, command }}
        />
      </div>
    </>
  );
}

type TilesProps = ActiveActionsProps & { readonly isKeypadOpen: boolean };

function Tiles({ call, name, isMuted, isKeypadOpen, line, command }: TilesProps) {
  const texts = strings.calls;
  const { keypad } = useCallsModel();
  const keys = useShortcuts();
  return (
    <div className="tiles">
      <Act
        size="tile"
        icon={isMuted ? MicOff : Mic}
        label={isMuted ? texts.unmute : texts.mute}
        name={fill(isMuted ? texts.unmuteName : texts.muteName, { name })}
        shortcut={keys.mute}
        pressed={isMuted}
        busy={line.notHere !== null && (command.pending === 'mute' || command.pending === 'unmute')}
        // Where the telephone is it works while the line is lost as well: the microphone is here.
        unavailable={(line.notHere === null ? null : line.unavailable) ?? undefined}
        onPress={() => command.run(isMuted ? 'unmute' : 'mute')}
      />
      {can(call, 'hold') && (
        <CommandAct does="hold" size="tile" label={texts.hold} shortcut={keys.hold} {...{ name, line, command }} />
      )}
      {call.state === 'talking' && (
        <Act
          size="tile"
          icon={Grid3x3}
          label={texts.keypad}
          name={fill(texts.keypadName, { name })}
          shortcut={keys.keypad}
          pressed={isKeypadOpen}
          unavailable={line.notHere ?? undefined}
          onPress={() => keypad.toggle(call.id)}
        />
      )}
      <RecordingTiles {...{ call, name, line, command }} />
    </div>
  );
}
