/** Tells when the page goes away, or may never be shown again (pagehide, Page Lifecycle). Answers the way to stop. */
export function onPageHide(told: () => void): () => void {
  const listening = new AbortController();
  addEventListener('pagehide', told, { signal: listening.signal });
  return () => listening.abort();
}
