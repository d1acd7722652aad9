import type { ReactNode } from 'react';

export type SettingRowProps = {
  readonly title: string;
  /** The id of the one field it names; without it the row names a group. */
  readonly htmlFor?: string;
  readonly hint?: string;
  readonly children: ReactNode;
};

/** One thing to set: its name at the left, its controls beside it, a word on it under them. */
export function SettingRow({ title, htmlFor, hint, children }: SettingRowProps) {
  const controls = (
    <div className="setting-controls">
      <div className="setting-line">{children}</div>
      {hint !== undefined && <p className="small muted">{hint}</p>}
    </div>
  );
  if (htmlFor !== undefined) {
    return (
      <div className="setting">
        <label className="setting-title" htmlFor={htmlFor}>
          {title}
        </label>
        {controls}
      </div>
    );
  }
  return (
    <fieldset className="setting">
      <legend className="sr">{title}</legend>
      <span className="setting-title" aria-hidden>
        {title}
      </span>
      {controls}
    </fieldset>
  );
}
