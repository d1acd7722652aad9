import { useId } from 'react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

type MessageFieldProps = {
  readonly label?: string;
  readonly text: string;
  /** Characters; null until the server has said. */
  readonly most: number | null;
  /** What is wrong, as a sentence. */
  readonly fault?: string | undefined;
  readonly onWrite: (text: string) => void;
};

/** As the usual voice speaks: about so many characters a second. */
const charactersASecond = 13;
const texts = strings.replies.dialog;

/** What the caller is to hear. */
export function MessageField({ label = texts.message, text, most, fault, onWrite }: MessageFieldProps) {
  const [id, hintId, faultId] = [useId(), useId(), useId()];
  const isTooLong = most !== null && text.length > most;
  const values = { count: text.length, most: most ?? '…', seconds: Math.ceil(text.length / charactersASecond) };
  return (
    <div className="col">
      <label className="b" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="field"
        rows={4}
        value={text}
        aria-describedby={fault === undefined ? hintId : `${hintId} ${faultId}`}
        aria-invalid={isTooLong || fault !== undefined || undefined}
        onChange={(event) => onWrite(event.target.value)}
      />
      <p id={hintId} className="row small">
        <span className="muted grow">{texts.messageHint}</span>
        <span className={isTooLong ? 'num b tone-end' : 'num muted'} aria-hidden>
          {fill(texts.counter, values)}
        </span>
        <span className="sr">{fill(texts.counterLabel, values)}</span>
      </p>
      {fault !== undefined && (
        <p id={faultId} className="small b tone-end">
          {fault}
        </p>
      )}
    </div>
  );
}
