import { useId, type ReactNode } from 'react';
import './field.css';

/** What a control needs to be named, described and marked as wrong. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
};

export type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong, as a sentence. */
  readonly fault?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
};

/** A labelled control with a word on it, and what is wrong with it under it. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`].filter(
    (one) => one !== false,
  );
  return (
    <div className="form-field">
      <label className="small b" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(fault !== undefined && { 'aria-invalid': true }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} className="small b tone-end">
          {fault}
        </p>
      )}
    </div>
  );
}
