import { History, StickyNote } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Call } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Phrase } from '../../../ui/phrase.tsx';
import { useCallsModel } from '../model/calls-model.ts';
import { talkedFor, whenOf } from '../model/earlier-words.ts';

/** When this caller last called, whom they spoke to and what was noted; nothing until that is known. */
export function CallerHistory({ call }: { readonly call: Call }) {
  const { earlier, calls } = useCallsModel();
  const found = useStore(earlier.store, (all) => all[call.id]) ?? null;
  const isKnown = !call.caller.withheld && call.caller.number !== null;
  useEffect(() => {
    if (isKnown) earlier.ask(call.id);
  }, [earlier, call.id, isKnown]);
  if (!isKnown || found === null) return null;
  const [last] = found;
  return (
    <ul className="history">
      <li>
        <Icon of={History} size={15} className="faint" />
        <span className="two-lines">
          {last === undefined ? strings.calls.firstCall[call.direction] : <Last call={last} now={calls.now()} />}
        </span>
      </li>
      {last !== undefined && last.note !== '' && (
        <li>
          <Icon of={StickyNote} size={15} className="faint" />
          <span className="two-lines">
            <Phrase text={strings.calls.lastNote} values={{ note: last.note }} />
          </span>
        </li>
      )}
    </ul>
  );
}

function Last({ call, now }: { readonly call: Call; readonly now: number }) {
  const texts = strings.calls;
  const when = whenOf(call, now);
  const time = talkedFor(call);
  if (call.agent === null) return <Phrase text={texts.lastCallMissed} values={{ when }} />;
  const who = call.agent.name;
  if (call.answeredAt === null) {
    return call.direction === 'outbound' ? (
      <Phrase text={texts.lastCalledInVain} values={{ when, who }} />
    ) : (
      <Phrase text={texts.lastCallMissed} values={{ when }} />
    );
  }
  return time === null ? (
    <Phrase text={texts.lastCallWith} values={{ when, who }} />
  ) : (
    <Phrase text={texts.lastCallFor} values={{ when, who, time }} />
  );
}
