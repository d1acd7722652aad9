import { Clock, UserCheck } from 'lucide-react';
import type { Agent } from '../../../../shared/call/call.ts';
import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Initials } from '../../../ui/initials.tsx';
import { doneWords, whoWords } from '../model/work-words.ts';

type WhoCallsProps = {
  readonly item: WorkItem;
  readonly name: string;
  readonly calling: Agent | null;
  readonly now: number;
  readonly meId: string;
  readonly isBusy: boolean;
  readonly onTake: () => void;
};

/** Who calls back, for when, and whether they are late; while nobody does, the way to say that one does oneself. */
export function WhoCalls({ item, name, calling, now, meId, isBusy, onTake }: WhoCallsProps) {
  const texts = strings.worklist;
  if (item.done !== null) return <span className="small">{doneWords(item, meId)}</span>;
  const who = whoWords(item, calling, { now, meId });
  if (who === null) {
    return (
      <Act
        icon={UserCheck}
        label={texts.takeIt}
        name={fill(texts.takeItName, { name })}
        busy={isBusy}
        onPress={onTake}
      />
    );
  }
  return (
    <span className="row work-who">
      <Initials name={who.name} />
      <span className={who.isLate ? 'row b tone-end work-late' : undefined}>
        {who.isLate && <Icon of={Clock} size={15} />}
        <bdi>{who.words}</bdi>
      </span>
    </span>
  );
}
