import { RotateCcw, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import type { KeyCommand } from '../../../lib/keys/key-commands.ts';
import { useKeyMap } from '../../../lib/keys/keyboard.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Section } from '../../../ui/sections-page.tsx';
import { keyGroups } from '../model/key-groups.ts';
import { givenWords } from '../model/key-words.ts';
import { isAnyChanged, isChanged, reset, type ChosenKeys, type Judgement } from '../model/remapping.ts';
import { KeyRow } from './key-row.tsx';
import { useRecording } from './use-recording.ts';
import './keyboard.css';

type KeyboardSettingsProps = {
  readonly chosen: ChosenKeys;
  readonly onChange: (chosen: ChosenKeys) => void;
  /** What is to be said of saving. */
  readonly children: ReactNode;
};

const texts = strings.keys;

/** Every key, and the way to have another one. */
export function KeyboardSettings({ chosen, onChange, children }: KeyboardSettingsProps) {
  const map = useKeyMap();
  const [namesOf, setNamesOf] = useState<'windows' | 'mac'>(isMac ? 'mac' : 'windows');
  const remapping = useRemapping(chosen, onChange);
  const { said } = remapping;
  return (
    <Section
      title={texts.title}
      hint={texts.hint}
      action={
        <span className="row key-actions">
          <Segments
            label={texts.platform}
            options={[
              { value: 'windows', label: texts.windows },
              { value: 'mac', label: texts.mac },
            ]}
            value={namesOf}
            onChange={setNamesOf}
          />
          <ResetAll chosen={chosen} onChange={onChange} onSaid={remapping.say} />
        </span>
      }
    >
      <output className={said === '' ? 'sr' : 'small muted'}>{said}</output>
      {children}
      <div className="key-columns">
        {keyGroups.map(({ id, title, commands }) => (
          <section key={id} className="panel key-group" aria-labelledby={`keys-${id}`}>
            <h2 id={`keys-${id}`}>{title}</h2>
            <ul>
              {commands.map((command) => (
                <KeyRow
                  key={command}
                  command={command}
                  combination={map[command]}
                  isMac={namesOf === 'mac'}
                  isChanged={isChanged(command, chosen)}
                  {...remapping}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

/** One command at a time waits for its new keys. */
function useRemapping(chosen: ChosenKeys, onChange: (chosen: ChosenKeys) => void) {
  const [recording, setRecording] = useState<KeyCommand | null>(null);
  const [judgement, setJudgement] = useState<Judgement | null>(null);
  const [said, say] = useState('');
  const stop = (): void => setRecording(null);
  const give = (command: KeyCommand, keys: ChosenKeys): void => {
    onChange(keys);
    say(givenWords(command, keys));
    stop();
  };
  const judged = (command: KeyCommand, found: Judgement): void => {
    setJudgement(found);
    if (found.kind === 'cancelled') stop();
    else if (found.kind === 'given') give(command, found.chosen);
  };
  const start = (command: KeyCommand): void => {
    setRecording(command);
    setJudgement(null);
    say('');
  };
  useRecording({ command: recording, chosen, onJudged: judged, onLeft: stop });
  return {
    recording,
    judgement,
    said,
    say,
    start,
    stop,
    give,
    reset: (command: KeyCommand) => {
      start(command);
      judged(command, reset(command, chosen));
    },
  };
}

type ResetAllProps = Omit<KeyboardSettingsProps, 'children'> & { readonly onSaid: (text: string) => void };

/** All at once, and back again for whoever did not mean it. */
function ResetAll({ chosen, onChange, onSaid }: ResetAllProps) {
  const [before, setBefore] = useState<ChosenKeys | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isDone = before !== null && !isAnyChanged(chosen);
  const wasDone = useRef(isDone);
  useEffect(() => {
    if (wasDone.current !== isDone && document.activeElement === document.body) button.current?.focus();
    wasDone.current = isDone;
  }, [isDone]);
  if (isDone) {
    const undo = (): void => {
      onChange(before);
      setBefore(null);
      onSaid('');
    };
    return <Act ref={button} icon={Undo2} label={texts.undo} onPress={undo} />;
  }
  const resetAll = (): void => {
    setBefore(chosen);
    onChange({});
    onSaid(texts.resetDone);
  };
  const why = isAnyChanged(chosen) ? undefined : texts.allUsual;
  return <Act ref={button} icon={RotateCcw} label={texts.resetAll} unavailable={why} onPress={resetAll} />;
}
