import { BellRing, Check, ChevronDown, Circle, LogOut, MonitorX, Phone, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Me } from '../../../../shared/protocol/api.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Notifier } from '../../../ports/notifier.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';

type Presence = 'available' | 'onACall' | 'offline';
type StatusMenuProps = {
  readonly me: Me;
  readonly presence: Presence;
  readonly notifier: Notifier;
  /** Answers with the sentence that says why not, if it failed. */
  readonly signOut: (where: 'here' | 'everywhere') => Promise<string | null>;
};

const looks: { readonly [State in Presence]: { readonly icon: LucideIcon; readonly tone: string } } = {
  available: { icon: Check, tone: 'answer' },
  onACall: { icon: Phone, tone: 'now' },
  offline: { icon: Circle, tone: 'off' },
};

/** Who is at this desk and how they stand; and the way out. */
export function StatusMenu({ me, presence, notifier, signOut }: StatusMenuProps) {
  const texts = strings.desk;
  const word = texts[presence];
  return (
    <>
      <button
        type="button"
        className="bar-button box"
        popoverTarget="status"
        aria-label={`${texts.yourStatus}: ${word}`}
      >
        <Avatar name={me.user.name} presence={presence} />
        <span className="b sr-narrow">{word}</span>
        <Icon of={ChevronDown} size={15} className="faint" />
      </button>
      <section id="status" popover="auto" className="pop status" aria-label={texts.yourStatus}>
        <div className="col who-am-i">
          <bdi className="b ell">{me.user.name}</bdi>
          <span className="small muted">{fill(texts.extension, { extension: me.user.extension })}</span>
        </div>
        <NotificationsItem notifier={notifier} />
        <SignOutItems isOnACall={presence === 'onACall'} signOut={signOut} />
      </section>
    </>
  );
}

function Avatar({ name, presence }: { readonly name: string; readonly presence: Presence }) {
  const initials = name
    .split(/\s+/)
    .map(([first]) => first ?? '')
    .slice(0, 2)
    .join('');
  const { icon, tone } = looks[presence];
  return (
    <span className="avatar" aria-hidden>
      {initials}
      <span className={`presence ${tone}`}>
        <Icon of={icon} size={9} />
      </span>
    </span>
  );
}

function NotificationsItem({ notifier }: { readonly notifier: Notifier }) {
  const [isAskable, setAskable] = useState(() => notifier.permission() === 'askable');
  if (!isAskable) return null;
  const ask = async (): Promise<void> => {
    await notifier.ask();
    setAskable(notifier.permission() === 'askable');
  };
  return (
    <Act
      tone="ghost"
      className="item"
      icon={BellRing}
      label={strings.desk.allowNotifications}
      onPress={() => void ask()}
    />
  );
}

type SignOutItemsProps = { readonly isOnACall: boolean; readonly signOut: StatusMenuProps['signOut'] };

function SignOutItems({ isOnACall, signOut }: SignOutItemsProps) {
  const texts = strings.desk;
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const leave = async (where: 'here' | 'everywhere'): Promise<void> => {
    setPending(true);
    const reason = await signOut(where);
    setPending(false);
    setFailure(reason === null ? null : fill(texts.signOutFailed, { reason }));
  };
  const shared = {
    tone: 'ghost',
    className: 'item',
    busy: isPending,
    // Nobody hangs up on a caller by leaving.
    unavailable: isOnACall ? texts.finishFirst : undefined,
  } as const;
  return (
    <>
      <Act {...shared} icon={LogOut} label={texts.signOut} onPress={() => void leave('here')} />
      <Act {...shared} icon={MonitorX} label={texts.signOutEverywhere} onPress={() => void leave('everywhere')} />
      {isOnACall && <p className="small muted item-hint">{texts.finishFirst}</p>}
      <p className="item-failure small tone-end" role="alert">
        {failure}
      </p>
    </>
  );
}
