/**
 * What a page shows, and when. Runs inside the page before its own scripts, so the function must stand on its own.
 * Times are milliseconds since the epoch, with fractions.
 */
export function installSee(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const changes = { subtree: true, childList: true, attributes: true, characterData: true };
  const seen = (holds: () => boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!holds()) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(now());
      };
      const late = setTimeout(() => reject(new Error('what was waited for did not come in 20 s')), 20_000);
      const observer = new MutationObserver(look);
      observer.observe(document, changes);
      look();
    });
  /** A message that is posted in an animation frame is delivered when that frame has been drawn. */
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(now()), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    });
  const cards = (): readonly HTMLElement[] => [...document.querySelectorAll('article')];
  const showsCard = (label: string, name: string): boolean =>
    cards().some(({ ariaLabel }) => ariaLabel?.startsWith(label) === true && ariaLabel.includes(name));
  const showsText = (text: string): boolean => cards().some(({ textContent }) => textContent.includes(text));
  const connection = (): string | undefined =>
    document.querySelector<HTMLElement>('[data-connection]')?.dataset['connection'];

  window.benchSee = {
    card: (label, name, shown) => seen(() => showsCard(label, name) === shown),
    text: (text) => seen(() => showsText(text)),
    painted,
    connected: () => seen(() => connection() === 'connected'),
  };
}

export type See = {
  /** The page has a card of that label and name, or has none. */
  readonly card: (label: string, name: string, shown: boolean) => Promise<number>;
  /** A card or a notice has that text in it. */
  readonly text: (text: string) => Promise<number>;
  /** The next frame is drawn. */
  readonly painted: () => Promise<number>;
  /** The page says that it is registered and can ring. */
  readonly connected: () => Promise<number>;
};

declare global {
  interface Window {
    benchSee: See;
  }
}
