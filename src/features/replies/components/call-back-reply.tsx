import type { Reply } from '../../../../shared/reply/reply.ts';
import type { CallBack } from '../../../lib/call-back.ts';
import { CallBackAct } from '../../../ui/call-back-act.tsx';
import { CallBackTrouble } from '../../../ui/call-back-trouble.tsx';
import { callBackNumber, nameOf, type FormatNumber } from '../model/reply-words.ts';

type CallBackReplyProps = {
  readonly reply: Reply;
  readonly callBack: CallBack;
  readonly format: FormatNumber;
  /** Where the button is: each place has its own. */
  readonly place: 'notice' | 'row';
};

/** Calls whoever answered a reply; nothing where nobody knows their number. */
export function CallBackReply({ reply, callBack, format, place }: CallBackReplyProps) {
  const number = callBackNumber(reply);
  if (number === null || reply.answer === null) return null;
  const from = callBackFrom(reply, place);
  const tone = reply.handled !== null ? 'plain' : reply.answer === 'urgent' ? 'end-solid' : 'now';
  return (
    <CallBackAct
      className="call-back"
      tone={tone}
      name={nameOf(reply, format)}
      from={from}
      callBack={callBack}
      onPress={() => callBack.run({ number, from, replyId: reply.id })}
    />
  );
}

/** Why the call back was not placed, if this button had asked for it. */
export function CallBackFailure({ reply, callBack, place }: Omit<CallBackReplyProps, 'format'>) {
  return <CallBackTrouble from={callBackFrom(reply, place)} callBack={callBack} />;
}

const callBackFrom = ({ id }: Reply, place: CallBackReplyProps['place']): string => `${place}-${id}`;
