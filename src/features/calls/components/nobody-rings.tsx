import { Coffee } from 'lucide-react';
import type { ReactNode } from 'react';
import { listOf } from '../../../lib/locale.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';

type NobodyRingsProps = {
  readonly queues: readonly string[];
  /** Why the next caller would not ring here; null: it would. */
  readonly why: 'elsewhere' | 'offline' | 'away' | 'doNotDisturb' | null;
  /** What one may do meanwhile. */
  readonly children?: ReactNode;
};

/** The left lane while nobody rings: says so, and that the next one will be heard. */
export function NobodyRings({ queues, why, children }: NobodyRingsProps) {
  return (
    <div className="panel nobody">
      <Icon of={Coffee} size={30} className="faint" />
      <p className="quiet-title">{strings.calls.emptyTitle}</p>
      <p className="muted">{sentence(queues, why)}</p>
      {children}
    </div>
  );
}

function sentence(queues: readonly string[], why: NobodyRingsProps['why']): string {
  const texts = strings.calls;
  if (why === 'elsewhere') return texts.emptyElsewhere;
  if (why === 'offline') return texts.emptyOffline;
  if (why === 'away') return strings.people.status.emptyAway;
  if (why === 'doNotDisturb') return strings.people.status.emptyDoNotDisturb;
  return queues.length === 0 ? texts.emptyNoQueues : fill(texts.emptyQueues, { queues: listOf(queues) });
}
