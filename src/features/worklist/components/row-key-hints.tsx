import { strings } from '../../../lib/strings/strings.ts';
import { KeyCap } from '../../../ui/key-cap.tsx';

const { keys, keyList } = strings.worklist;
const hints = [
  ['↑ ↓', keyList.move],
  ['Enter', keyList.call],
  ['I', keyList.take],
  ['D', keyList.done],
  ['S', keyList.story],
] as const;

/** What the keys do on a row that has the focus. */
export function RowKeyHints() {
  return (
    <dl className="work-keys small muted hide-narrow" aria-label={keys}>
      {hints.map(([key, does]) => (
        <div key={key} className="row">
          <dt>
            <span className="sr">{key}</span>
            <KeyCap keys={key} solid />
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
