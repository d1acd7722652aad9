import { strings } from '../../../lib/strings/strings.ts';
import { useCallsModel, useLanes } from '../model/calls-model.ts';
import { whoWaits } from '../model/lanes.ts';
import { useStore } from 'zustand';

/** How many ring, are here, and wait; a dash until it is known. */
export function CallCounts() {
  const model = useCallsModel();
  const lanes = useLanes(model);
  const isSynced = useStore(model.calls.store, ({ synced }) => synced);
  const { ringing, waiting } = whoWaits(lanes);
  const texts = strings.calls;
  const counts = [
    ['answer', ringing.length, texts.countRinging],
    ['now', lanes.yours.length, texts.countWithYou],
    ['wait', waiting.length, texts.countWaiting],
  ] as const;
  return (
    <ul className="counts hide-narrow" aria-label={texts.counts}>
      {counts.map(([tone, count, word]) => (
        <li key={word}>
          <b className={count > 0 ? `tone-${tone}` : 'faint'}>{isSynced ? count : '–'}</b>{' '}
          <span className="muted">{word}</span>
        </li>
      ))}
    </ul>
  );
}
