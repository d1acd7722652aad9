import { useRef, useState, type FormEvent } from 'react';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { SessionStore } from '../model/session-store.ts';
import { LoginField } from './login-field.tsx';
import { PasswordField } from './password-field.tsx';

type SignInFormProps = { readonly signIn: SessionStore['signIn']; readonly lastLogin: string };
type Fault = { readonly of: 'login' | 'password'; readonly sentence: string };

/** A refused password keeps the login, says why, and takes the focus back to the password. */
export function SignInForm({ signIn, lastLogin }: SignInFormProps) {
  const texts = strings.signIn;
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isPending, setPending] = useState(false);

  const refuse = (of: Fault['of'], sentence: string): void => {
    setFault({ of, sentence });
    const field = of === 'login' ? login.current : password.current;
    field?.focus();
    field?.select();
  };
  const submit = async (form: FormData): Promise<void> => {
    const given = { login: login.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    if (given.login === '') return refuse('login', texts.missingLogin);
    if (given.password === '') return refuse('password', texts.missingPassword);
    setPending(true);
    const done = await signIn({ ...given, remember: form.get('remember') !== null });
    setPending(false);
    if (!done.ok) refuse('password', failureSentence(done.error.code, errorTable));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isPending) void submit(new FormData(event.currentTarget));
  };

  const faultOf = (field: Fault['of']) => (fault?.of === field ? 'sign-in-fault' : undefined);

  return (
    <form className="sign-in-form" noValidate onSubmit={onSubmit}>
      <LoginField ref={login} lastLogin={lastLogin} faultId={faultOf('login')} />
      <PasswordField ref={password} faultId={faultOf('password')} />
      {/* Always there, so that what appears in it is announced. */}
      <p id="sign-in-fault" className="sign-in-fault" role="alert">
        {fault?.sentence}
      </p>
      <label className="check">
        <input type="checkbox" name="remember" defaultChecked />
        {texts.remember}
      </label>
      <Act
        type="submit"
        tone="now"
        size="main"
        className="block"
        label={isPending ? texts.submitting : texts.submit}
        busy={isPending}
      />
    </form>
  );
}
