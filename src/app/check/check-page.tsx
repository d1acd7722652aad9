import { ArrowRight, Bell, VolumeX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Act } from '../../ui/act.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import type { ConsoleModel } from '../console/console-model.ts';
import { countWords, meaning, type CheckStates } from './check-state.ts';
import { MicrophoneRow } from './microphone-row.tsx';
import { NotificationsRow } from './notifications-row.tsx';
import { CallAudioRow, RingerRow } from './sound-rows.tsx';
import { TestCallRow } from './test-call-row.tsx';
import { useCheckStates } from './use-check-states.ts';
import './check.css';

type CheckPageProps = {
  readonly model: ConsoleModel;
  readonly ports: Ports;
  /** To the calls; whether its person is done with it, or puts it off. */
  readonly onLeave: (how: 'done' | 'skipped') => void;
};

const texts = strings.check;

/** Whether this desk hears and is heard, before the first call. Calls go on meanwhile: the phone is registered. */
export function CheckPage({ model, ports, onLeave }: CheckPageProps) {
  const { audio, testCall } = model;
  const check = useCheckStates(model, ports.notifier);
  const { states } = check;
  const unavailable = check.soundBlocked ? texts.soundBlockedTitle : undefined;
  // It rings once then, so that its person can say whether it is heard.
  const allowSound = async (): Promise<void> => {
    await model.desk.allowSound();
    check.setRinger('asked');
  };
  useEscape(() => onLeave('skipped'));
  return (
    <div className="desk-check">
      <CheckHead />
      {check.soundBlocked && <SoundBlocked onAllow={() => void allowSound()} />}
      <div className="panel desk-check-rows">
        <MicrophoneRow
          audio={audio}
          state={states.microphone}
          onHeard={check.onHeard}
          onOpen={() => void ports.microphone.open()}
        />
        <CallAudioRow
          audio={audio}
          state={states.callAudio}
          hearing={check.callAudio}
          onHearing={check.setCallAudio}
          unavailable={unavailable}
        />
        <RingerRow
          audio={audio}
          state={states.ringer}
          hearing={check.ringer}
          onHearing={check.setRinger}
          unavailable={unavailable}
        />
        <NotificationsRow
          state={states.notifications}
          permission={check.permission}
          onAsk={() => void ports.notifier.ask()}
        />
        <TestCallRow testCall={testCall} state={states.testCall} unavailable={unavailable} />
      </div>
      <CheckFoot states={states} unavailable={unavailable} onLeave={onLeave} />
    </div>
  );
}

function CheckHead() {
  const heading = useRef<HTMLHeadingElement>(null);
  // Read out, and the first Tab goes to the first row.
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="desk-check-head">
      <Logo size={30} />
      <div className="col">
        <h1 ref={heading} tabIndex={-1}>
          {texts.title}
        </h1>
        <p className="muted">{texts.hint}</p>
      </div>
    </header>
  );
}

function SoundBlocked({ onAllow }: { readonly onAllow: () => void }) {
  return (
    <section className="banner wait desk-check-sound" aria-label={texts.soundBlockedTitle}>
      <Icon of={VolumeX} size={22} />
      <div className="grow">
        <strong>{texts.soundBlockedTitle}</strong>
        <p>{texts.soundBlockedText}</p>
      </div>
      <Act tone="now" size="main" icon={Bell} label={texts.allowSound} onPress={onAllow} />
    </section>
  );
}

type CheckFootProps = Pick<CheckPageProps, 'onLeave'> & {
  readonly states: CheckStates;
  readonly unavailable: string | undefined;
};

function CheckFoot({ states, unavailable, onLeave }: CheckFootProps) {
  return (
    <footer className="desk-check-foot">
      <output className="col grow">
        <strong>{countWords(states)}</strong>
        <span className="small muted">{meaning(states)}</span>
      </output>
      <Act size="main" label={texts.skip} onPress={() => onLeave('skipped')} />
      <Act
        size="main"
        tone="now"
        icon={ArrowRight}
        label={texts.start}
        className="desk-check-start"
        unavailable={unavailable}
        onPress={() => onLeave('done')}
      />
    </footer>
  );
}

/** Escape goes to the calls, unless it closes something that is open. */
function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.repeat || event.isComposing) return;
      if (document.querySelector('dialog[open], [popover].open') === null) leave();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
