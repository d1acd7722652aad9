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
  useFindKey(() => go(isWide ? '/' : '/people'));
  useShownCall(model, go);
  useKeyCommands(pageCommands, () => go('/replies'));
  // The whole page is written anew.
  useStore(model.preferences.store, ({ preferences }) => preferences.language);
}

const commands = ['find'] as const;
const pageCommands = ['replies'] as const;

/**
 * By its key the field for people and numbers has the focus: where there is none on the screen, `show` brings that of
 * the people.
 */
function useFindKey(show: () => void): void {
  const [asked, setAsked] = useState(0);
  useKeyCommands(commands, () => {
    if (focusField('.find-or-dial')) return;
    show();
    setAsked((times) => times + 1);
  });
  useEffect(() => {
    if (asked > 0) focusField('.people');
  }, [asked]);
}

function focusField(within: string): boolean {
  const field = document.querySelector<HTMLInputElement>(`${within} input[type="search"]`);
  field?.focus();
  field?.select();
  return field !== null;
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
