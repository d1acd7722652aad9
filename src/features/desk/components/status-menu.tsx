import { BellRing, ChevronDown } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Me } from '../../../../shared/protocol/accounts.ts';
import { clockFace } from '../../../lib/duration.ts';
import { useKeyCommands, useShortcuts } from '../../../lib/keys/keyboard.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Notifier } from '../../../ports/notifier.ts';
import { Act } from '../../../ui/act.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { OwnStatus } from '../model/own-status.ts';
import type { StatusStore } from '../model/status-store.ts';
import { SignOutItems, type SignOut } from './sign-out-items.tsx';
import { StatusChoices } from './status-choices.tsx';

type StatusMenuProps = {
  readonly me: Me;
  readonly own: OwnStatus;
  /** The server's clock, ms since the epoch. */
  readonly now: number;
  readonly status: StatusStore;
  readonly notifier: Notifier;
  readonly signOut: SignOut;
  /** How the page looks. */
  readonly children: ReactNode;
};

/** Who is at this desk and how they stand; what they say of themselves, how the page looks, and the way out. */
export function StatusMenu({ me, own, now, status, notifier, signOut, children }: StatusMenuProps) {
  const menu = useRef<HTMLElement>(null);
  const { ownStatus: keys } = useShortcuts();
  useKeyCommands(ownStatusCommands, () => {
    // Open already: closed again.
    const isOpen = menu.current?.togglePopover() === true;
    if (isOpen) menu.current?.querySelector<HTMLElement>('button')?.focus();
  });
  const texts = strings.desk;
  const word = strings.people.presence[own.presence];
  return (
    <>
      <button
        type="button"
        className="bar-button box"
        popoverTarget="status"
        aria-label={`${texts.yourStatus}: ${word}`}
        aria-keyshortcuts={keys}
        title={keys?.replaceAll('+', ' ')}
        data-status={own.presence}
      >
        <Avatar name={me.user.name} presence={own.presence} />
        <span className="b sr-narrow">{word}</span>
        {own.since !== null && <span className="muted num hide-medium hide-narrow">{clockFace(now - own.since)}</span>}
        <Icon of={ChevronDown} size={15} className="faint" />
      </button>
      <section ref={menu} id="status" popover="auto" className="pop status" aria-label={texts.yourStatus}>
        <div className="col who-am-i">
          <bdi className="b ell">{me.user.name}</bdi>
          <span className="small muted">{fill(texts.extension, { extension: me.user.extension })}</span>
        </div>
        <StatusChoices own={own} status={status} onChosen={() => menu.current?.hidePopover()} />
        {children}
        <NotificationsItem notifier={notifier} />
        <SignOutItems isOnACall={own.presence === 'onCall'} signOut={signOut} />
      </section>
    </>
  );
}

const ownStatusCommands = ['ownStatus'] as const;

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
