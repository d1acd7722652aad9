import { strings } from '../../lib/strings/strings.ts';
import { Act } from '../../ui/act.tsx';

type NotForYouProps = { readonly onGo: (to: string) => void };

/** Who came by an address that is not for them is told whose it is, and the way back. */
export function NotForYou({ onGo }: NotForYouProps) {
  const texts = strings.admin;
  return (
    <section className="panel admin-not-yours" aria-labelledby="not-yours">
      <h1 id="not-yours">{texts.notYours}</h1>
      <p className="muted">{texts.notYoursText}</p>
      <div>
        <Act size="call" tone="now" label={texts.toCalls} onPress={() => onGo('/')} />
      </div>
    </section>
  );
}
