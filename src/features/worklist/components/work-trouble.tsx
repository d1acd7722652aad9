import type { WorkItem } from '../../../../shared/worklist/worklist.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { callFrom, callThem } from '../model/call-them.ts';
import type { WorkFailure, Worklist } from '../model/worklist.ts';

type WorkTroubleProps = {
  readonly item: WorkItem;
  readonly work: Worklist;
  readonly failure: WorkFailure | undefined;
  readonly callBack: CallBack;
};

/** Why something was not done with an entry; of a colleague who was first, who that is, and the way past them. */
export function WorkTrouble({ item, work, failure, callBack }: WorkTroubleProps) {
  const texts = strings.worklist;
  const ofCall = callBack.failure?.wanted.from === callFrom(item) ? callBack.failure : undefined;
  const trouble = failure ?? ofCall;
  return (
    <span role="alert" className="work-trouble">
      {trouble !== undefined && (
        <>
          <span className="small tone-end">{sentenceOf(trouble, item)}</span>
          {trouble.code === 'alreadyOwned' && trouble === ofCall && (
            <Act size="min" label={texts.takeOverAndCall} onPress={() => callThem(item, callBack, true)} />
          )}
          {trouble.code === 'alreadyOwned' && trouble === failure && (
            <Act
              size="min"
              label={texts.takeOverAct}
              onPress={() => void work.own(item.id, { takeOver: true, dueAt: item.dueAt })}
            />
          )}
        </>
      )}
    </span>
  );
}

function sentenceOf({ code, sentence }: WorkFailure, { owner }: WorkItem): string {
  const texts = strings.worklist;
  if (code === 'alreadyOwned' && owner !== null) return fill(texts.first, { who: owner.name });
  return fill(texts.failedAct, { reason: sentence });
}
