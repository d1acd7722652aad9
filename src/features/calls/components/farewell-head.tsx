import type { LucideIcon } from 'lucide-react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { queueName } from '../model/caller-words.ts';
import { farewellMsOf, type Farewell } from '../model/farewell.ts';
import { useHasLastWords } from './use-has-last-words.ts';

type FarewellHeadProps = {
  readonly farewell: Farewell;
  readonly icon: LucideIcon;
  readonly word: string;
  readonly now: number;
};

/** The first row of a card that will go by itself: what has happened, and when it goes, unless its note is being written. */
export function FarewellHead({ farewell, icon, word, now }: FarewellHeadProps) {
  const lastsMs = farewellMsOf(farewell);
  const leftMs = Math.min(lastsMs, Math.max(1, farewell.at + lastsMs - now));
  const seconds = Math.ceil(leftMs / 1000);
  const isKept = useHasLastWords(farewell);
  return (
    <div className="row">
      <span className="row b muted state">
        <Icon of={icon} size={16} />
        {word}
      </span>
      <Chip>
        <bdi className="ell">{queueName(farewell.call)}</bdi>
      </Chip>
      {!isKept && <span className="end micro faint num">{fill(strings.calls.clearsIn, { seconds })}</span>}
    </div>
  );
}
