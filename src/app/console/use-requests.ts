import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useKeyCommands } from '../../lib/keys/keyboard.ts';
import type { ConsoleModel } from './console-model.ts';

type Requests = {
  readonly model: Pick<ConsoleModel, 'callsAskedFor' | 'preferences'>;
  /** Whether the people stand beside the calls. */
  readonly isWide: boolean;
  readonly go: (address: string) => void;
};

/** What is asked for from any page: to find somebody, to see a call or the replies, and dates and times as somebody reads them. */
export function useRequests({ model, isWide, go }: Requests): void {
  useFind(() => go(isWide ? '/' : '/people'));
  useShownCall(model, go);
  useKeyCommands(pageCommands, () => go('/replies'));
  // The whole page is written anew.
  useStore(model.preferences.store, ({ preferences }) => preferences.language);
}

const commands = ['find'] as const;
const pageCommands = ['replies'] as const;

/** By its key the search among the people has the focus; `show` brings it onto the screen first. */
function useFind(show: () => void): void {
  const [asked, setAsked] = useState(0);
  useKeyCommands(commands, () => {
    show();
    setAsked((times) => times + 1);
  });
  useEffect(() => {
    if (asked === 0) return;
    const field = document.querySelector<HTMLInputElement>('.people input[type="search"]');
    field?.focus();
    field?.select();
  }, [asked]);
}

/** Somebody pressed the notification of a call: its card has the focus, whatever page they left. */
function useShownCall({ callsAskedFor }: Requests['model'], go: Requests['go']): void {
  const [call, setCall] = useState<{ readonly id: string } | null>(null);
  useEffect(
    () =>
      callsAskedFor.subscribe((id) => {
        go('/');
        setCall({ id });
      }),
    [callsAskedFor, go],
  );
  useEffect(() => {
    if (call !== null) document.querySelector<HTMLElement>(`[data-heading="${CSS.escape(call.id)}"]`)?.focus();
  }, [call]);
}
