import { Check, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { strings } from '../../lib/strings/strings.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { CheckState } from './check-state.ts';

type CheckRowProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
  readonly state: CheckState;
  readonly children: ReactNode;
};

const looks = {
  works: { tone: 'answer', icon: Check },
  needsYou: { tone: 'wait', icon: TriangleAlert },
  blocked: { tone: 'end-tone', icon: X },
  notTested: { tone: 'plain' },
} as const;

/** One thing of the desk: what it is, how it stands, and what to do about it. */
export function CheckRow({ icon, title, hint, state, children }: CheckRowProps) {
  const id = useId();
  return (
    <section className={state === 'blocked' ? 'desk-check-row blocked' : 'desk-check-row'} aria-labelledby={id}>
      <span className="desk-check-icon" aria-hidden>
        <Icon of={icon} size={20} />
      </span>
      <div className="desk-check-name">
        <h2 id={id}>{title}</h2>
        <span className="small muted hide-narrow">{hint}</span>
      </div>
      <output className="desk-check-state">
        <Chip {...looks[state]}>{strings.check.states[state]}</Chip>
      </output>
      <div className="desk-check-controls">{children}</div>
    </section>
  );
}
