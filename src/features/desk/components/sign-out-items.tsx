import { LogOut, MonitorX } from 'lucide-react';
import { useState } from 'react';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';

/** Answers with the sentence that says why not, if it failed. */
export type SignOut = (where: 'here' | 'everywhere') => Promise<string | null>;

type SignOutItemsProps = { readonly isOnACall: boolean; readonly signOut: SignOut };

export function SignOutItems({ isOnACall, signOut }: SignOutItemsProps) {
  const texts = strings.desk;
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const leave = async (where: 'here' | 'everywhere'): Promise<void> => {
    setPending(true);
    const reason = await signOut(where);
    setPending(false);
    setFailure(reason === null ? null : fill(texts.signOutFailed, { reason }));
  };
  const shared = {
    tone: 'ghost',
    className: 'item',
    busy: isPending,
    // Nobody hangs up on a caller by leaving.
    unavailable: isOnACall ? texts.finishFirst : undefined,
  } as const;
  return (
    <>
      <Act {...shared} icon={LogOut} label={texts.signOut} onPress={() => void leave('here')} />
      <Act {...shared} icon={MonitorX} label={texts.signOutEverywhere} onPress={() => void leave('everywhere')} />
      {isOnACall && <p className="small muted item-hint">{texts.finishFirst}</p>}
      <p className="item-failure small tone-end" role="alert">
        {failure}
      </p>
    </>
  );
}
