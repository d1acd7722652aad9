import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type BannerProps = {
  readonly tone: 'wait' | 'bad' | 'info';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: string;
  /** The one press that cures it. */
  readonly cure?: ReactNode;
};

/** Says what is wrong, what still works, and offers the cure. What changed is spoken by the live regions, not here. */
export function Banner({ tone, icon, title, text, cure }: BannerProps) {
  return (
    <section className={`banner ${tone}`} aria-label={title}>
      <Icon of={icon} size={20} />
      <div className="grow">
        <strong>{title}</strong> {text}
      </div>
      {cure}
    </section>
  );
}
