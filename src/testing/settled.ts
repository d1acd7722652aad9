/** Resolves once everything that was under way, and waits for nothing outside, has happened. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
