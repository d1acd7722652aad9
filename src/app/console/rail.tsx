import { PhoneCall } from 'lucide-react';
import { strings } from '../../lib/strings/strings.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';

/** The way around the console: what exists, and nothing else. */
export function Rail() {
  return (
    <nav className="rail" aria-label={strings.mainNavigation}>
      <span className="rail-logo">
        <Logo />
      </span>
      <a href="#main" aria-current="page">
        <Icon of={PhoneCall} size={21} />
        {strings.calls.title}
      </a>
    </nav>
  );
}
