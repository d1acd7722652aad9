import { useId } from 'react';
import './field.css';

export type ChecksProps = {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Any of several; the order in which they were chosen is kept. */
export function Checks({ label, hint, options, chosen, onChange }: ChecksProps) {
  const hintId = useId();
  const toggle = (id: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <fieldset className="form-field" aria-describedby={hint === undefined ? undefined : hintId}>
      <legend className="small b">{label}</legend>
      <div className="form-checks">
        {options.map((option) => (
          <label key={option.id} className="form-check">
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              onChange={(event) => toggle(option.id, event.target.checked)}
            />
            <span className="ell">{option.label}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={hintId} className="small muted">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
