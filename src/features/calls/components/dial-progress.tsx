import { BellRing, Check, Headphones, Phone, type LucideIcon } from 'lucide-react';
import type { CallIn, DialProgress as Progress } from '../../../../shared/call/call.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';

const steps: readonly { readonly step: Progress; readonly icon: LucideIcon }[] = [
  { step: 'desk', icon: Headphones },
  { step: 'dialled', icon: Phone },
  { step: 'alerting', icon: BellRing },
];

/** How far a number that we call has come. It stands where the tiles of the call will be, so that nothing moves when it is answered. */
export function DialProgress({ progress }: Pick<CallIn<'dialling'>, 'progress'>) {
  const texts = strings.calls.progress;
  const at = steps.findIndex(({ step }) => step === progress);
  return (
    <ol className="tiles dial-progress" aria-label={texts.label}>
      {steps.map(({ step, icon }, index) => (
        <li key={step} className={look(index - at)} aria-current={index === at ? 'step' : undefined}>
          <Icon of={index < at ? Check : icon} size={18} />
          {texts[step]}
        </li>
      ))}
    </ol>
  );
}

const look = (ahead: number): string => (ahead === 0 ? 'here' : ahead < 0 ? 'past' : 'ahead');
