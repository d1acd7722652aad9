import { roleSchema } from '../../../../shared/protocol/accounts.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Field } from '../../../ui/field.tsx';
import type { Faults } from '../model/faults.ts';
import type { UserDraft, UserField } from '../model/user-draft.ts';

type UserFieldsProps = {
  readonly draft: UserDraft;
  readonly faults: Faults<UserField>;
  readonly isMe: boolean;
  readonly onChange: (part: Partial<UserDraft>) => void;
};

const texts = strings.admin.users;

export function UserFields({ draft, faults, isMe, onChange }: UserFieldsProps) {
  const text = (field: 'name' | 'email' | 'extension', type: 'text' | 'email') => (
    <Field label={texts[field]} fault={faults[field]}>
      {(control) => (
        <input
          {...control}
          type={type}
          inputMode={field === 'extension' ? 'numeric' : undefined}
          className="form-control"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('name', 'text')}
      <div className="form-dialog-pair">
        {text('email', 'email')}
        {text('extension', 'text')}
      </div>
      <Field label={texts.role} hint={isMe ? texts.yourself : texts.roleHints[draft.role]} fault={faults.role}>
        {(control) => (
          <select
            {...control}
            className="form-control"
            value={draft.role}
            disabled={isMe}
            onChange={(event) => onChange({ role: roleSchema.parse(event.target.value) })}
          >
            {roleSchema.options.map((role) => (
              <option key={role} value={role}>
                {strings.signIn.roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
