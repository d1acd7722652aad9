import type { LucideIcon } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { GoLink } from './go-link.tsx';
import { Icon } from './icon.tsx';
import './sections-page.css';

export type SectionLink = { readonly to: string; readonly label: string; readonly icon: LucideIcon };

export type SectionsPageProps = {
  /** What the sections have in common: `Your settings`. */
  readonly title: string;
  readonly links: readonly SectionLink[];
  readonly current: string;
  readonly onGo: (to: string) => void;
  readonly children: ReactNode;
};

/** A page of sections: their names at the left (on a narrow window above), the current one beside them. */
export function SectionsPage({ title, links, current, onGo, children }: SectionsPageProps) {
  const nav = useCurrentInView(current);
  return (
    <div className="sections">
      <nav ref={nav} className="sections-nav" aria-label={title}>
        <span className="sections-title small b muted" aria-hidden>
          {title}
        </span>
        {links.map(({ to, label, icon }) => (
          <GoLink key={to} to={to} onGo={onGo} isCurrent={to === current}>
            <Icon of={icon} size={18} />
            {label}
          </GoLink>
        ))}
      </nav>
      {children}
    </div>
  );
}

/** Where the names are a row that scrolls sideways, the current one is in the middle of what is seen of it. */
function useCurrentInView(current: string) {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const link = nav.current?.querySelector(`a[href="${current}"]`);
    if (nav.current === null || !(link instanceof HTMLElement)) return;
    const [row, own] = [nav.current.getBoundingClientRect(), link.getBoundingClientRect()];
    nav.current.scrollLeft += own.left + own.width / 2 - (row.left + row.width / 2);
  }, [current]);
  return nav;
}

export type SectionProps = {
  readonly title: string;
  readonly hint?: string;
  /** The main thing to do here, at the right of the heading. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** One section: its heading, what it is about, and its content. */
export function Section({ title, hint, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header className="section-head">
        <div className="col grow">
          <h1 id={id}>{title}</h1>
          {hint !== undefined && <p className="muted">{hint}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
