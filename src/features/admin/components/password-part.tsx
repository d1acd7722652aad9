import { useRef, useState } from 'react';
import { copyText } from '../../../lib/copy-text.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Field } from '../../../ui/field.tsx';
import { makePassword } from '../model/make-password.ts';

type PasswordPartProps = {
  /** Null: the one they have stays. */
  readonly password: string | null;
  /** Whose it is: that of somebody new, of oneself, or of somebody else. */
  readonly of: 'new' | 'self' | 'other';
  readonly fault: string | undefined;
  readonly random: (count: number) => Uint8Array;
  readonly onChange: (password: string | null) => void;
};

const texts = strings.admin.users;

/** A password that an administrator thinks up or has made, to be handed over; nobody sees it again. */
export function PasswordPart({ password, of, fault, random, onChange }: PasswordPartProps) {
  if (password === null) {
    return (
      <div>
        <Act label={texts.setPassword} onPress={() => onChange('')} />
      </div>
    );
  }
  return (
    <div className="col admin-password">
      <PasswordField {...{ password, of, fault, random, onChange }} />
      {of !== 'new' && (
        <div>
          <Act size="min" tone="ghost" label={texts.keepPassword} onPress={() => onChange(null)} />
        </div>
      )}
    </div>
  );
}

function PasswordField({ password, of, fault, random, onChange }: PasswordPartProps & { readonly password: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const generate = (): void => {
    setShown(true);
    setSaid('');
    onChange(makePassword(random));
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(password);
    setSaid(isCopied ? texts.copied : texts.notCopied);
    if (!isCopied) {
      setShown(true);
      input.current?.select();
    }
  };
  const hint = { new: '', self: ` ${texts.ownPasswordHint}`, other: ` ${texts.newPasswordHint}` }[of];
  return (
    <>
      <Field
        label={of === 'new' ? texts.password : texts.newPassword}
        hint={`${texts.passwordHint}${hint}`}
        fault={fault}
      >
        {(control) => (
          <span className="admin-password-line">
            <input
              {...control}
              ref={input}
              type={isShown ? 'text' : 'password'}
              className="form-control admin-code"
              autoComplete="new-password"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={1024}
              value={password}
              onChange={(event) => onChange(event.target.value)}
            />
            <Act size="call" label={texts.generate} onPress={generate} />
          </span>
        )}
      </Field>
      {password !== '' && (
        <span className="row">
          <Act size="min" label={isShown ? texts.hide : texts.show} onPress={() => setShown(!isShown)} />
          <Act size="min" label={texts.copy} onPress={() => void copy()} />
          <output className="small muted">{said}</output>
        </span>
      )}
    </>
  );
}
