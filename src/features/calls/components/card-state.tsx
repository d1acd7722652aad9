import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Call } from '../../../../shared/call/call.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { queueName } from '../model/caller-words.ts';

type CardStateProps = {
  readonly call: Call;
  readonly icon: LucideIcon;
  readonly word: string;
  readonly tone: 'now' | 'wait';
  /** The flags and the timer, at the right. */
  readonly children: ReactNode;
};

/** The first row of a card: how the call stands, of which queue it is, and what runs. */
export function CardState({ call, icon, word, tone, children }: CardStateProps) {
  return (
    <div className="row card-state">
      <span className={`row b state tone-${tone}`}>
        <Icon of={icon} size={16} />
        {word}
      </span>
      <Chip>
        <bdi className="ell">{queueName(call)}</bdi>
      </Chip>
      <span className="end row">{children}</span>
    </div>
  );
}
