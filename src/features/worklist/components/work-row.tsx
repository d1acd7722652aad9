import { Check, RotateCcw } from 'lucide-react';
import type { Agent } from '../../../../shared/call/call.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { clockFace } from '../../../lib/duration.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { dayAndTime } from '../../../lib/time-of-day.ts';
import { Act } from '../../../ui/act.tsx';
import { CallBackAct } from '../../../ui/call-back-act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { callFrom, callThem } from '../model/call-them.ts';
import {
  happenedWords,
  keyedNumber,
  lineOf,
  nameOf,
  numberToCall,
  triesWords,
  underName,
  type FormatNumber,
} from '../model/work-words.ts';
import type { WorkFailure, Worklist } from '../model/worklist.ts';
import { WhoCalls } from './who-calls.tsx';
import { WorkMenu, type WorkMenuProps } from './work-menu.tsx';
import { WorkTrouble } from './work-trouble.tsx';

export type WorkRowProps = Pick<WorkMenuProps, 'onGo' | 'onShowCalls'> & {
  readonly item: WorkItem;
  readonly work: Worklist;
  readonly meId: string;
  readonly now: number;
  readonly format: FormatNumber;
  readonly calling: Agent | null;
  readonly callBack: CallBack;
  readonly isBusy: boolean;
  readonly failure: WorkFailure | undefined;
  /** Of the message that was left, where that is known. */
  readonly voicemailMs: number | null;
  /** The one to begin with. */
  readonly isFirst: boolean;
  /** On a narrow window everything is in the first cell. */
  readonly isNarrow: boolean;
  readonly onAskTime: () => void;
  readonly onFinish: (done: boolean) => void;
};

/** One caller to be called back. */
export function WorkRow(props: WorkRowProps) {
  const { item, format, now, meId, calling, isBusy, isNarrow, work, voicemailMs } = props;
  const name = nameOf(item, format);
  const happened = happenedWords(item, voicemailMs);
  const who = <WhoCalls {...{ item, name, calling, now, meId, isBusy }} onTake={() => void work.own(item.id)} />;
  const missed = dayAndTime(item.missedAt);
  return (
    <tr data-row={item.id} tabIndex={props.isFirst ? 0 : -1}>
      <th scope="row">
        <Caller item={item} name={name} format={format} />
        {isNarrow && (
          <>
            <span className="small muted work-line">
              <bdi>{lineOf(item)}</bdi> · {missed} · {happened}
            </span>
            {who}
          </>
        )}
        <WorkTrouble item={item} work={work} failure={props.failure} callBack={props.callBack} />
      </th>
      <td className="drops">
        <bdi>{lineOf(item)}</bdi>
      </td>
      <td className="drops num">{missed}</td>
      <td className="drops num work-waited">{clockFace(item.waitedMs)}</td>
      <td className="drops less-important muted">{happened}</td>
      {!isNarrow && <td className="drops">{who}</td>}
      <td className="actions">
        <Actions {...props} name={name} />
      </td>
    </tr>
  );
}

type CallerProps = Pick<WorkRowProps, 'item' | 'format'> & { readonly name: string };

function Caller({ item, name, format }: CallerProps) {
  const texts = strings.worklist;
  const [under, tries, keyed] = [underName(item, format), triesWords(item.tries), keyedNumber(item)];
  return (
    <span className="col">
      <span className="row work-name">
        <bdi className="b">{name}</bdi>
        {tries !== null && <Chip tone="wait">{tries}</Chip>}
      </span>
      {under !== null && <bdi className="small muted tel">{under}</bdi>}
      {keyed !== null && <span className="small muted">{fill(texts.keyedNumber, { number: format(keyed) })}</span>}
    </span>
  );
}

function Actions({ name, ...props }: WorkRowProps & { readonly name: string }) {
  const texts = strings.worklist;
  const { item, callBack, isBusy, onFinish } = props;
  const isDone = item.done !== null;
  const unavailable = numberToCall(item) === null ? texts.noNumber : callBack.unavailable;
  return (
    <span className="row-actions">
      <CallBackAct
        tone={props.isFirst && !isDone ? 'now' : 'plain'}
        name={name}
        from={callFrom(item)}
        callBack={{ ...callBack, unavailable }}
        onPress={() => callThem(item, callBack)}
      />
      <Act
        iconOnly
        icon={isDone ? RotateCcw : Check}
        label={isDone ? texts.reopen : texts.markDone}
        name={fill(isDone ? texts.reopenName : texts.markDoneName, { name })}
        busy={isBusy}
        onPress={() => onFinish(!isDone)}
      />
      <WorkMenu {...props} name={name} />
    </span>
  );
}
