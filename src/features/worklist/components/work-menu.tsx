import { AlarmClock, History, Inbox, ListTree, Play, UserRoundMinus, UserRoundCheck } from 'lucide-react';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { MoreMenu, type MoreItem } from '../../../ui/more-menu.tsx';
import type { Worklist } from '../model/worklist.ts';

export type WorkMenuProps = {
  readonly item: WorkItem;
  readonly name: string;
  readonly meId: string;
  readonly work: Worklist;
  readonly onGo: (to: string) => void;
  readonly onAskTime: () => void;
  /** Shows all calls of a number. */
  readonly onShowCalls: (number: string) => void;
};

/** What else there is to do with an entry, and what it is about. */
export function WorkMenu(props: WorkMenuProps) {
  return <MoreMenu label={fill(strings.worklist.moreName, { name: props.name })} items={itemsOf(props)} />;
}

function itemsOf({ item, meId, work, onGo, onAskTime, onShowCalls }: WorkMenuProps): readonly MoreItem[] {
  const texts = strings.worklist;
  const { owner, done, callId, recordingId, replyId, caller } = item;
  const isMine = owner?.userId === meId;
  const { number } = caller;
  const items: readonly (MoreItem | false)[] = [
    done === null &&
      owner !== null &&
      !isMine && {
        label: fill(texts.takeOver, { who: owner.name }),
        icon: UserRoundCheck,
        onPress: () => void work.own(item.id, { takeOver: true, dueAt: item.dueAt }),
      },
    done === null &&
      isMine && { label: texts.release, icon: UserRoundMinus, onPress: () => void work.release(item.id) },
    done === null && (owner === null || isMine) && { label: texts.setTime, icon: AlarmClock, onPress: onAskTime },
    recordingId !== null && { label: texts.listen, icon: Play, onPress: () => onGo(`/recordings/${recordingId}`) },
    replyId !== null && { label: texts.openReply, icon: Inbox, onPress: () => onGo('/replies') },
    { label: texts.showStory, icon: ListTree, onPress: () => onGo(`/call-back/${callId}`) },
    number !== null && { label: texts.showCalls, icon: History, onPress: () => onShowCalls(number) },
  ];
  return items.filter((one) => one !== false);
}
