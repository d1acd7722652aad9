/**
 * Tells whenever the page may just have come back from somewhere: from sleep or from being frozen (`resume`, Page
 * Lifecycle), from another window, from no network, or from the history of the browser. Answers the way to stop.
 */
export function onWake(told: () => void): () => void {
  const listening = new AbortController();
  const on = { signal: listening.signal };
  addEventListener('online', told, on);
  addEventListener('pageshow', told, on);
  document.addEventListener('resume', told, on);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && told(), on);
  return () => listening.abort();
}
