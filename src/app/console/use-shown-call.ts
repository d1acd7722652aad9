import { useEffect, useState } from 'react';
import type { Emitter } from '../../lib/emitter.ts';

/** Somebody pressed the notification of a call: its card has the focus, whatever page they left. */
export function useShownCall(asked: Emitter<string>, go: (address: string) => void): void {
  const [call, setCall] = useState<{ readonly id: string } | null>(null);
  useEffect(
    () =>
      asked.subscribe((id) => {
        go('/');
        setCall({ id });
      }),
    [asked, go],
  );
  useEffect(() => {
    if (call !== null) document.querySelector<HTMLElement>(`[data-heading="${CSS.escape(call.id)}"]`)?.focus();
  }, [call]);
}
