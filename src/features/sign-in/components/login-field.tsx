import type { Ref } from 'react';
import { strings } from '../../../lib/strings/strings.ts';

type LoginFieldProps = {
  readonly ref: Ref<HTMLInputElement>;
  readonly lastLogin: string;
  readonly faultId: string | undefined;
};

export function LoginField({ ref, lastLogin, faultId }: LoginFieldProps) {
  return (
    <div>
      <label className="label" htmlFor="login">
        {strings.signIn.login}
      </label>
      <input
        ref={ref}
        id="login"
        name="login"
        className="field"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={lastLogin}
        aria-invalid={faultId !== undefined || undefined}
        aria-describedby={faultId}
      />
    </div>
  );
}
