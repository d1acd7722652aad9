import { AppWindow } from 'lucide-react';
import { strings } from '../../lib/strings/strings.ts';
import type { Notifier } from '../../ports/notifier.ts';
import { Act } from '../../ui/act.tsx';
import { CheckRow } from './check-row.tsx';
import type { CheckState } from './check-state.ts';

type NotificationsRowProps = {
  readonly state: CheckState;
  readonly permission: ReturnType<Notifier['permission']>;
  readonly onAsk: () => void;
};

const texts = strings.check.notifications;

export function NotificationsRow({ state, permission, onAsk }: NotificationsRowProps) {
  return (
    <CheckRow icon={AppWindow} title={texts.title} hint={texts.hint} state={state}>
      {permission === 'askable' && <Act tone="now" label={texts.allow} onPress={onAsk} />}
      <span className={permission === 'denied' ? 'small tone-wait' : 'small muted'}>{texts[permission]}</span>
    </CheckRow>
  );
}
