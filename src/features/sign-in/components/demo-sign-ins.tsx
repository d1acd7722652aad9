import { useState } from 'react';
import type { Welcome } from '../../../../shared/protocol/accounts.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { SessionStore } from '../model/session-store.ts';

type Person = Welcome['demoSignIns'][number];
type DemoSignInsProps = { readonly people: readonly Person[]; readonly signIn: SessionStore['signIn'] };

/** In a demonstration, everybody one may be, one click each. */
export function DemoSignIns({ people, signIn }: DemoSignInsProps) {
  const texts = strings.signIn;
  const [pending, setPending] = useState<string | null>(null);
  const [fault, setFault] = useState('');
  const enter = async ({ login, password }: Person): Promise<void> => {
    if (pending !== null) return;
    setPending(login);
    const done = await signIn({ login, password, remember: false });
    setPending(null);
    setFault(done.ok ? '' : failureSentence(done.error.code, errorTable));
  };
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{texts.demoTitle}</h2>
      <p className="small muted">{texts.demoHint}</p>
      <ul className="demo-people">
        {people.map((person) => (
          <li key={person.login}>
            <button
              type="button"
              className="act demo-person"
              aria-label={fill(texts.demoSignIn, { name: person.name, role: texts.roles[person.role] })}
              aria-disabled={pending !== null || undefined}
              aria-busy={pending === person.login || undefined}
              onClick={() => void enter(person)}
            >
              <bdi className="b ell">{person.name}</bdi>
              <span className="small muted">{texts.roles[person.role]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="sign-in-fault" role="alert">
        {fault}
      </p>
    </section>
  );
}
