import { PhoneOutgoing } from 'lucide-react';
import type { CallBack } from '../lib/call-back.ts';
import { fill } from '../lib/strings/fill.ts';
import { strings } from '../lib/strings/strings.ts';
import { Act, type ActProps } from './act.tsx';

type CallBackActProps = Pick<ActProps, 'tone' | 'size' | 'className'> & {
  /** Whom: every button says whom it is about. */
  readonly name: string;
  /** Which button this is among all that call somebody back. */
  readonly from: string;
  readonly callBack: CallBack;
  readonly onPress: () => void;
};

/** Calls somebody back who called, or asked for it; never without this press. */
export function CallBackAct({ name, from, callBack, onPress, ...act }: CallBackActProps) {
  const texts = strings.dialling;
  return (
    <Act
      {...act}
      icon={PhoneOutgoing}
      label={texts.callBack}
      name={fill(texts.callBackName, { name })}
      busy={callBack.pending === from}
      unavailable={callBack.unavailable ?? undefined}
      onPress={onPress}
    />
  );
}
