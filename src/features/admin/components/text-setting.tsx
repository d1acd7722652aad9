import { Field } from '../../../ui/field.tsx';
import { SettingRow } from '../../../ui/setting-row.tsx';

type TextSettingProps = {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly fault: string | undefined;
  readonly value: string;
  readonly inputMode: 'numeric' | 'email';
  readonly onChange: (value: string) => void;
};

/** One thing to set that is typed. */
export function TextSetting({ title, label, hint, fault, value, inputMode, onChange }: TextSettingProps) {
  return (
    <SettingRow title={title}>
      <Field label={label} hint={hint} fault={fault}>
        {(control) => (
          <input
            {...control}
            className="form-control"
            inputMode={inputMode}
            autoComplete="off"
            maxLength={254}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
    </SettingRow>
  );
}
