import { Eye, EyeOff } from 'lucide-react';
import { useState, type Ref } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';

type PasswordFieldProps = { readonly ref: Ref<HTMLInputElement>; readonly faultId: string | undefined };

export function PasswordField({ ref, faultId }: PasswordFieldProps) {
  const texts = strings.signIn;
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <label className="label" htmlFor="password">
        {texts.password}
      </label>
      <div className="password">
        <input
          ref={ref}
          id="password"
          name="password"
          className="field"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={faultId !== undefined || undefined}
          aria-describedby={faultId}
        />
        <button
          type="button"
          className="reveal"
          aria-label={isShown ? texts.hidePassword : texts.showPassword}
          aria-controls="password"
          onClick={() => setShown(!isShown)}
        >
          <Icon of={isShown ? Eye : EyeOff} />
        </button>
      </div>
    </div>
  );
}
