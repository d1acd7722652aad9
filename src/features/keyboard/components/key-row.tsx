import { Pencil, RotateCcw, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyCommand } from '../../../lib/keys/key-commands.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { refusalWords } from '../model/key-words.ts';
import type { ChosenKeys, Judgement } from '../model/remapping.ts';
import { KeyCaps } from './key-caps.tsx';

type KeyRowProps = {
  readonly command: KeyCommand;
  readonly combination: string | undefined;
  readonly isMac: boolean;
  readonly isChanged: boolean;
  /** Whose new keys are waited for. */
  readonly recording: KeyCommand | null;
  /** What became of the last keys that were pressed for this command. */
  readonly judgement: Judgement | null;
  readonly start: (command: KeyCommand) => void;
  readonly stop: () => void;
  readonly give: (command: KeyCommand, chosen: ChosenKeys) => void;
  readonly reset: (command: KeyCommand) => void;
};

const texts = strings.keys;

/** One command and its keys; while new ones are waited for, what becomes of those that are pressed. */
export function KeyRow(props: KeyRowProps) {
  const { command, combination, isMac, isChanged, recording } = props;
  const word = texts.commands[command];
  const isRecording = recording === command;
  const change = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  useEffect(() => {
    // Back to where it began, unless somebody has gone on.
    if (wasRecording.current && !isRecording && document.activeElement === document.body) change.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  if (isRecording) return <RecordingRow {...props} />;
  return (
    <li className={isChanged ? 'key-row changed' : 'key-row'}>
      <span className="grow">{word}</span>
      <KeyCaps combination={combination} isMac={isMac} />
      {isChanged && (
        <Act
          tone="ghost"
          size="min"
          icon={RotateCcw}
          iconOnly
          label={fill(texts.reset, { command: word })}
          onPress={() => props.reset(command)}
        />
      )}
      <Act
        ref={change}
        tone="ghost"
        size="min"
        icon={Pencil}
        iconOnly
        label={fill(texts.change, { command: word })}
        onPress={() => props.start(command)}
      />
    </li>
  );
}

function RecordingRow({ command, judgement, stop, give }: KeyRowProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const refusal = judgement === null ? null : refusalWords(judgement);
  const swapped = judgement?.kind === 'taken' ? judgement.swapped : null;
  return (
    <li className="key-row recording" data-recording>
      <span className="grow">{texts.commands[command]}</span>
      <output className="press">{texts.press}</output>
      <button ref={cancel} type="button" className="act plain act-min-size" onClick={stop}>
        {texts.cancel}
        <KeyCap keys="Esc" />
      </button>
      <p className="refusal" role="alert">
        {refusal !== null && <Icon of={TriangleAlert} size={16} />}
        {refusal}
        {swapped !== null && <Act size="min" label={texts.swap} onPress={() => give(command, swapped)} />}
      </p>
    </li>
  );
}
