import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Icon } from '../../../ui/icon.tsx';

/** What has just been done, and the way back where there is a cheap one. */
export type Done = {
  readonly text: string;
  readonly undo?: () => void;
  /** What had the focus is gone with it. */
  readonly takesFocus?: boolean;
};

/** The last thing that was done, said and shown; the place for it is always there, so that it is read out. */
export function Notice({ done }: { readonly done: Done | null }) {
  const place = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (done?.takesFocus === true) place.current?.focus();
  }, [done]);
  return (
    <output ref={place} className="admin-notice" tabIndex={-1}>
      {done !== null && (
        <span className="banner info">
          <Icon of={Check} size={20} />
          <span className="grow">{done.text}</span>
          {done.undo && <Act size="min" label={strings.admin.undo} onPress={done.undo} />}
        </span>
      )}
    </output>
  );
}
