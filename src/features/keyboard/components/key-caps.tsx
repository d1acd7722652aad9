import { Fragment } from 'react';
import { shortcutOf } from '../../../lib/keys/key-names.ts';
import { useLayout } from '../../../lib/keys/layout.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { capsOf } from '../../../ui/key-cap.tsx';

type KeyCapsProps = { readonly combination: string | undefined; readonly isMac: boolean };

/** Keys to be read: a cap for each, so `Shift` + `F4`. */
export function KeyCaps({ combination, isMac }: KeyCapsProps) {
  const layout = useLayout();
  if (combination === undefined) return <span className="faint small">{strings.keys.none}</span>;
  return (
    <span className="key-caps">
      {capsOf(shortcutOf(combination, isMac, layout)).map((cap, place) => (
        <Fragment key={cap}>
          {place > 0 && <span className="faint">+</span>}
          <kbd className="kbd solid">{cap}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
