import { Headphones } from 'lucide-react';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import type { LineView } from '../model/calls-model.ts';
import { callOf, isLost, type Entry, type Lanes } from '../model/lanes.ts';
import { CallRows, QueueOf } from './call-rows.tsx';
import { EntryCard } from './entry-card.tsx';
import { Lane } from './lane.tsx';

type WithYouProps = {
  readonly lanes: Lanes;
  /** What is drawn of them: on a narrow window the current call may be the bar at the bottom instead. */
  readonly entries: readonly Entry[];
  readonly now: number;
  readonly line: LineView;
};

/** The middle lane: the calls this desk has. */
export function WithYou({ lanes, entries, now, line }: WithYouProps) {
  const texts = strings.calls;
  return (
    <Lane
      id="with-you"
      title={texts.withYou}
      count={countOf(lanes)}
      body={
        <>
          {lanes.withYou.length === 0 && <Quiet />}
          {entries.map((entry) => (
            <EntryCard key={callOf(entry).id} entry={entry} now={now} line={line} selectedId={null} />
          ))}
          <OtherDeskRows lanes={lanes} now={now} />
        </>
      }
    />
  );
}

/** The calls of the same person at another desk. */
export function OtherDeskRows({ lanes, now }: Pick<WithYouProps, 'lanes' | 'now'>) {
  return <CallRows title={strings.calls.otherDesk} calls={lanes.onYourOtherDesk} now={now} detail={QueueOf} />;
}

function countOf({ yours }: Lanes): string {
  const texts = strings.calls;
  // Whom one was cut off from is not waiting for anything but this desk.
  const held = yours.filter((call) => call.state === 'held' && !isLost(call)).length;
  const parts = [
    yours.length > held && fill(texts.onCallCount, { count: yours.length - held }),
    held > 0 && fill(texts.onHoldCount, { count: held }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? texts.free : parts.join(', ');
}

/** What one wants first. */
const commands = ['answer', 'reject', 'hangUp', 'hold', 'mute', 'find', 'readOut', 'allKeys'] as const;

/** While it is quiet there is time to learn the keys. */
function Quiet() {
  const texts = strings.calls;
  const keys = useShortcuts();
  return (
    <div className="panel quiet">
      <div className="quiet-words">
        <Icon of={Headphones} size={28} className="faint" />
        <p className="quiet-title">{texts.quietTitle}</p>
        <p className="muted">{texts.quietText}</p>
      </div>
      <section className="hide-narrow" aria-label={strings.keys.word}>
        <ul className="key-list">
          {commands.map((command) => (
            <li key={command}>
              <span className="sr">{keys[command]}</span>
              <KeyCap keys={keys[command] ?? strings.keys.none} solid />
              <span className="muted">
                {command === 'answer' ? strings.calls.answer : strings.keys.commands[command]}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
