import { strings } from '../../../lib/strings/strings.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { Logo } from '../../../ui/logo.tsx';
import type { ServerLink } from '../../../ports/server-link.ts';
import type { SessionStore } from '../model/session-store.ts';
import { useWelcome } from '../model/use-welcome.ts';
import { BeforeYouStart } from './before-you-start.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { SignInForm } from './sign-in-form.tsx';
import './sign-in.css';

type SignInPageProps = {
  readonly server: Pick<ServerLink, 'call'>;
  readonly session: SessionStore;
  /** What to say first: why somebody who was signed in sees this page. */
  readonly notice: string | null;
  /** Who was signed in, when it is for them to come back. */
  readonly lastLogin: string;
};

/** The first page: a form, what works, and in a demonstration the people one may be. */
export function SignInPage({ server, session, notice, lastLogin }: SignInPageProps) {
  const welcome = useWelcome(server);
  const texts = strings.signIn;
  return (
    <main className="sign-in">
      <section className="sign-in-main" aria-labelledby="sign-in-title">
        <div className="row sign-in-brand">
          <Logo size={34} />
          <span>{strings.product}</span>
        </div>
        <h1 id="sign-in-title">{texts.title}</h1>
        <p className="sign-in-where muted">
          {welcome && fill(texts.reception, { organisation: welcome.organisation })}
        </p>
        {notice !== null && <output className="banner info sign-in-notice">{notice}</output>}
        <SignInForm signIn={session.signIn} lastLogin={lastLogin} />
        {welcome && welcome.demoSignIns.length > 0 && (
          <DemoSignIns people={welcome.demoSignIns} signIn={session.signIn} />
        )}
        <p className="small faint sign-in-forgotten">{texts.forgotten}</p>
      </section>
      <BeforeYouStart phoneSystem={welcome?.phoneSystem ?? 'unknown'} />
    </main>
  );
}
