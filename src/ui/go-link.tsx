import type { MouseEvent, ReactNode } from 'react';

export type GoLinkProps = {
  readonly to: string;
  readonly onGo: (to: string) => void;
  readonly className?: string;
  readonly isCurrent?: boolean;
  /** -1: the arrows lead here, Tab does not. */
  readonly tabIndex?: 0 | -1;
  readonly children: ReactNode;
};

/** A way to another page of this window; with a modifier key or the middle button it is an ordinary link. */
export function GoLink({ to, onGo, className, isCurrent = false, tabIndex, children }: GoLinkProps) {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    <a
      href={to}
      className={className}
      tabIndex={tabIndex}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
