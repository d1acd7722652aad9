import { Activity, Check, Headphones, Hourglass, Keyboard, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';

type PhoneSystem = keyof typeof strings.signIn.phoneSystemStates;

const looks = {
  working: { tone: 'answer', icon: Check },
  down: { tone: 'end-tone', icon: TriangleAlert },
  unknown: { tone: 'plain', icon: Hourglass },
} as const satisfies Record<PhoneSystem, unknown>;

/** What to know before the first call; above all whether calls can come in at all. */
export function BeforeYouStart({ phoneSystem }: { readonly phoneSystem: PhoneSystem }) {
  const texts = strings.signIn;
  return (
    <aside className="sign-in-side" aria-labelledby="before-title">
      <div className="before">
        <h2 id="before-title">{texts.beforeTitle}</h2>
        <ul className="panel list">
          <Line icon={Activity} title={texts.phoneSystem} text={texts.phoneSystemHints[phoneSystem]}>
            <Chip {...looks[phoneSystem]}>{texts.phoneSystemStates[phoneSystem]}</Chip>
          </Line>
          <Line icon={Headphones} title={texts.headset} text={texts.headsetHint} />
          <Line icon={Keyboard} title={texts.keyboard} text={texts.keyboardHint} />
        </ul>
        <p className="small muted">{texts.windows}</p>
      </div>
    </aside>
  );
}

type LineProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
};

function Line({ icon, title, text, children }: LineProps) {
  return (
    <li>
      <span className="before-icon">
        <Icon of={icon} />
      </span>
      <div className="col grow">
        <span className="b">{title}</span>
        <span className="small muted">{text}</span>
      </div>
      {children}
    </li>
  );
}
