/** When something is pressed. Runs inside the page, so the function must stand on its own. Times as in see.ts. */
export function installPress(): void {
  const next = (type: 'click' | 'keydown'): Promise<number> =>
    new Promise((resolve) => {
      const take = ({ timeStamp }: Event): void => resolve(performance.timeOrigin + timeStamp);
      document.addEventListener(type, take, { capture: true, once: true });
    });
  window.benchPress = { clicked: () => next('click'), keyed: () => next('keydown') };
}

/** The time that the browser gives the next click, or the next key, before any listener of the page has heard of it. */
export type Press = { readonly clicked: () => Promise<number>; readonly keyed: () => Promise<number> };

declare global {
  interface Window {
    benchPress: Press;
  }
}
