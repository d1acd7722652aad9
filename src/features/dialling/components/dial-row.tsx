import { PhoneOutgoing, RotateCcw } from 'lucide-react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { DialStore } from '../model/dial-store.ts';
import { whyNot } from '../model/fault-words.ts';
import './dialling.css';

/** How it stands with calling out of this desk. */
export type DialView = {
  /** Whether a call from the field is asked for and is not on the screen yet. */
  readonly isPending: boolean;
  /** Why the last one was not placed, as a sentence. */
  readonly failure: string | null;
  /** Why nobody can be called just now; null: everybody can. */
  readonly unavailable: string | null;
  readonly format: (number: string) => string;
};

type DialRowProps = {
  readonly dial: DialStore;
  readonly view: DialView;
  /** Of what the field is described by. */
  readonly id: string;
  readonly onRedial: (number: string) => void;
};

/** Under the field: what Enter would call, why it would call nobody, and while it is empty the number called last. */
export function DialRow({ dial, view, id, onRedial }: DialRowProps) {
  const texts = strings.dialling;
  const { text, reading, isRefused, recent } = useStore(dial.store);
  const { isPending, failure, unavailable, format } = view;
  const [last] = recent;
  const isNumber = reading?.kind === 'number';
  const why = whyNot(reading, unavailable);
  return (
    <div className="dial-row" hidden={reading === null && (text !== '' || last === undefined) && failure === null}>
      <span id={id} className="sr">
        {recent.length > 0 && texts.recallHint}
      </span>
      {isNumber && (
        <Act
          className="block"
          tone="now"
          size="call"
          icon={PhoneOutgoing}
          label={isPending ? texts.calling : fill(texts.call, { number: reading.shown })}
          shortcut="Enter"
          busy={isPending}
          unavailable={unavailable ?? undefined}
          onPress={() => void dial.call()}
        />
      )}
      {text === '' && last !== undefined && (
        <Act
          className="block dial-again"
          size="call"
          icon={RotateCcw}
          label={isPending ? texts.calling : fill(texts.redial, { number: format(last) })}
          busy={isPending}
          unavailable={unavailable ?? undefined}
          onPress={() => onRedial(last)}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- `output` would belong to a form */}
      <p className="sr" role="status">
        {isNumber && why === null && fill(texts.enterCalls, { number: reading.shown })}
      </p>
      {why !== null && !isRefused && <p className="small muted dial-why">{why}</p>}
      {((isRefused && why !== null) || failure !== null) && (
        <p className="card-failure" role="alert">
          {failure ?? why}
        </p>
      )}
    </div>
  );
}
