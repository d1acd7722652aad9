import {
  Disc3,
  Inbox,
  Keyboard,
  PhoneCall,
  PhoneMissed,
  Settings,
  ShieldCheck,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { useCarryOut, useShortcuts } from '../../lib/keys/keyboard.ts';
import { strings } from '../../lib/strings/strings.ts';
import { GoLink } from '../../ui/go-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import type { Page, RailPage } from './place.ts';

type RailProps = {
  /** The pages of the shift, at the top. */
  readonly pages: readonly RailPage[];
  /** The pages about the console itself, at the bottom. */
  readonly asides: readonly RailPage[];
  readonly page: Page;
  /** How much there is to do on a page; none where it is left out. */
  readonly badges: { readonly [One in RailPage]?: number };
  readonly onGo: (address: string) => void;
};

type Look = { readonly icon: LucideIcon; readonly word: string; readonly address: string };

const looks: Readonly<Record<RailPage, Look>> = {
  calls: { icon: PhoneCall, word: strings.calls.title, address: '/' },
  people: { icon: Users, word: strings.people.title, address: '/people' },
  replies: { icon: Inbox, word: strings.replies.word, address: '/replies' },
  callBack: { icon: PhoneMissed, word: strings.worklist.word, address: '/call-back' },
  recordings: { icon: Disc3, word: strings.recordings.word, address: '/recordings' },
  settings: { icon: Settings, word: strings.settings.word, address: '/settings' },
  admin: { icon: ShieldCheck, word: strings.admin.word, address: '/admin' },
};

/** The way around the console: what exists, and nothing else. On a narrow window a bar of tabs. */
export function Rail({ pages, asides, page, badges, onGo }: RailProps) {
  const carryOut = useCarryOut();
  const { allKeys } = useShortcuts();
  const link = (one: RailPage) => (
    <GoLink key={one} to={looks[one].address} onGo={onGo} isCurrent={one === page}>
      <Icon of={looks[one].icon} size={21} />
      {looks[one].word} <Badge count={badges[one] ?? 0} isCalm={one === 'callBack'} />
    </GoLink>
  );
  return (
    <nav className="rail" aria-label={strings.mainNavigation}>
      <span className="rail-logo">
        <Logo />
      </span>
      {pages.map(link)}
      <span className="rail-gap" />
      <button
        type="button"
        className="hide-narrow"
        aria-haspopup="dialog"
        aria-keyshortcuts={allKeys}
        title={allKeys?.replaceAll('+', ' ')}
        onClick={() => carryOut('allKeys')}
      >
        <Icon of={Keyboard} size={21} />
        {strings.keys.word}
      </button>
      {asides.map(link)}
    </nav>
  );
}

/** Never announced by itself; whoever comes by hears it after the word. */
function Badge({ count, isCalm }: { readonly count: number; readonly isCalm: boolean }) {
  if (count === 0) return null;
  return (
    <span className={isCalm ? 'rail-badge calm num' : 'rail-badge num'}>
      {count > 99 ? '99+' : count}
      <span className="sr"> {strings.toDo}</span>
    </span>
  );
}
