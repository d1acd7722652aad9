import type { CallBack } from '../lib/call-back.ts';
import { strings } from '../lib/strings/strings.ts';
import { Act } from './act.tsx';

type CallBackTroubleProps = {
  /** Which button had asked. */
  readonly from: string;
  readonly callBack: CallBack;
};

/** Why a call back was not placed, beside the button that asked; of a colleague who was first, who that is, and the way past them. */
export function CallBackTrouble({ from, callBack: { failure, run } }: CallBackTroubleProps) {
  if (failure?.wanted.from !== from) return null;
  return (
    <span className="row small tone-end call-back-trouble" role="alert">
      {failure.sentence}
      {failure.code === 'alreadyOwned' && (
        <Act
          size="min"
          label={strings.worklist.takeOverAndCall}
          onPress={() => run({ ...failure.wanted, takeOver: true })}
        />
      )}
    </span>
  );
}
