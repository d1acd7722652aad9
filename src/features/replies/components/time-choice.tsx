import { useId, useState } from 'react';
import { mostAmount, type ReplyTime } from '../../../../shared/reply/pattern.ts';
import { fill, plural } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';

type TimeChoiceProps = { readonly time: ReplyTime; readonly onChoose: (time: ReplyTime) => void };

const units = ['minutes', 'hours', 'days'] as const;

/** The time that a suggestion names: so many minutes, hours or days. */
export function TimeChoice({ time, onChoose }: TimeChoiceProps) {
  const texts = strings.replies.dialog.time;
  const faultId = useId();
  /** What stands in the field while somebody types; a number that cannot be said changes nothing yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const isFault = typed !== null && amountOf(typed) === null;
  return (
    <fieldset className="reply-time">
      <legend className="sr">{texts.name}</legend>
      <span aria-hidden>{texts.in}</span>
      <input
        type="number"
        className="field num"
        aria-label={texts.amount}
        aria-invalid={isFault || undefined}
        aria-describedby={isFault ? faultId : undefined}
        min={1}
        max={mostAmount}
        value={typed ?? time.amount}
        onChange={({ target }) => {
          setTyped(target.value);
          const amount = amountOf(target.value);
          if (amount !== null) onChoose({ ...time, amount });
        }}
        onBlur={() => setTyped(null)}
      />
      <select
        className="field"
        aria-label={texts.unit}
        value={time.unit}
        onChange={({ target }) => {
          const unit = units.find((one) => one === target.value);
          if (unit !== undefined) onChoose({ ...time, unit });
        }}
      >
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {plural(time.amount, texts.units[unit])}
          </option>
        ))}
      </select>
      {isFault && (
        <span id={faultId} className="small b tone-end" role="alert">
          {fill(texts.limits, { most: mostAmount })}
        </span>
      )}
    </fieldset>
  );
}

function amountOf(typed: string): number | null {
  const amount = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return amount >= 1 && amount <= mostAmount ? amount : null;
}
