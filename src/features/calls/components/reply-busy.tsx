import { MessageSquareReply } from 'lucide-react';
import type { CallIn } from '../../../../shared/call/call.ts';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { useCallsModel, type LineView } from '../model/calls-model.ts';
import { ReplyMenu } from './reply-menu.tsx';

type ReplyBusyProps = {
  readonly call: CallIn<'ringing' | 'queued'>;
  readonly name: string;
  readonly isSelected: boolean;
  readonly line: LineView;
};

/** For a caller one cannot take now: the secondary row, under the two ways to go. One press to write, or one to choose. */
export function ReplyBusy({ call, name, isSelected, line }: ReplyBusyProps) {
  const { replyWanted } = useCallsModel();
  const { replyBusy: keys } = useShortcuts();
  const shortcut = isSelected ? keys : undefined;
  const unavailable = line.unavailable ?? undefined;
  const reply = (choice: string | null): void => replyWanted.emit({ callId: call.id, choice });
  return (
    <div className="acts secondary split">
      <Act
        icon={MessageSquareReply}
        label={strings.replies.replyBusy}
        name={fill(strings.replies.replyBusyName, { name })}
        shortcut={shortcut}
        unavailable={unavailable}
        onPress={() => reply(null)}
      />
      <ReplyMenu name={name} writeKeys={shortcut} unavailable={unavailable} onChoose={reply} />
    </div>
  );
}
