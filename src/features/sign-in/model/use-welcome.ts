import { useEffect, useState } from 'react';
import type { Welcome } from '../../../../shared/protocol/accounts.ts';
import type { ServerLink } from '../../../ports/server-link.ts';

const askAgainMs = 10_000;

/** What the sign-in page may show; null until the server has answered, and while it does not. */
export function useWelcome(server: Pick<ServerLink, 'call'>): Welcome | null {
  const [welcome, setWelcome] = useState<Welcome | null>(null);
  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<void> => {
      const answer = await server.call('welcome', {});
      if (isShown) setWelcome((known) => (answer.ok ? answer.value : known && { ...known, phoneSystem: 'down' }));
    };
    void ask();
    const timer = setInterval(() => void ask(), askAgainMs);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [server]);
  return welcome;
}
