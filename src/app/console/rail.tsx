import { PhoneCall, Users, type LucideIcon } from 'lucide-react';
import { strings } from '../../lib/strings/strings.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';

export type View = 'calls' | 'people';

type RailProps = {
  readonly views: readonly View[];
  readonly view: View;
  readonly onChoose: (view: View) => void;
};

const looks: { readonly [Name in View]: { readonly icon: LucideIcon; readonly word: string } } = {
  calls: { icon: PhoneCall, word: strings.calls.title },
  people: { icon: Users, word: strings.people.title },
};

/** The way around the console: what exists, and nothing else. On a narrow window a bar of tabs. */
export function Rail({ views, view, onChoose }: RailProps) {
  return (
    <nav className="rail" aria-label={strings.mainNavigation}>
      <span className="rail-logo">
        <Logo />
      </span>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === view ? 'page' : undefined}
          onClick={() => onChoose(name)}
        >
          <Icon of={looks[name].icon} size={21} />
          {looks[name].word}
        </button>
      ))}
    </nav>
  );
}
