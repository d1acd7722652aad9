import type { ReactNode } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { LineView } from '../model/calls-model.ts';
import type { Lanes } from '../model/lanes.ts';
import { CallRows, QueueOf } from './call-rows.tsx';
import { RepliesPlaying } from './replies-playing.tsx';
import { RingingAt } from './ringing-at.tsx';
import { TakeButton } from './take-button.tsx';

type ComingInRowsProps = { readonly lanes: Lanes; readonly now: number; readonly line: LineView };

/** Under the cards: who rings at others, who waits, and who hears a message. */
export function ComingInRows({ lanes, now, line }: ComingInRowsProps) {
  const texts = strings.calls;
  const take = (call: Call): ReactNode => <TakeButton call={call} line={line} />;
  const replying = lanes.hearingMessage.filter((call) => call.state === 'replying');
  const hearing = lanes.hearingMessage.filter(({ state }) => state !== 'replying');
  return (
    <>
      <RepliesPlaying calls={replying} now={now} line={line} />
      <CallRows
        title={texts.ringingAtOthers}
        calls={lanes.ringingElsewhere}
        now={now}
        detail={RingingAt}
        action={take}
      />
      <CallRows
        title={texts.waitingInQueues}
        calls={lanes.waiting}
        isNumbered
        now={now}
        detail={QueueOf}
        action={take}
      />
      <CallRows title={texts.hearingMessages} calls={hearing} now={now} detail={WhatIsHeard} />
    </>
  );
}

function WhatIsHeard({ call }: { readonly call: Call }) {
  const { hears } = strings.calls;
  const isHearing = call.state === 'unanswered' || call.state === 'voicemail';
  return isHearing ? hears[call.state] : '';
}
