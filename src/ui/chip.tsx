import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type ChipProps = {
  readonly tone?: 'plain' | 'answer' | 'now' | 'wait' | 'end-tone';
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

/** A word about something, with its colour and its icon. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={`chip ${tone}`}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}
