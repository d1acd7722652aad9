/** When something is pressed. Runs inside the page, so the function must stand on its own. Times as in see.ts. */
export function installPress(): void {
  window.benchPress = {
    clicked: () =>
      new Promise((resolve) => {
        const take = ({ timeStamp }: Event): void => resolve(performance.timeOrigin + timeStamp);
        document.addEventListener('click', take, { capture: true, once: true });
      }),
  };
}

/** `clicked`: the time that the browser gives the next click, before any listener of the page has heard of it. */
export type Press = { readonly clicked: () => Promise<number> };

declare global {
  interface Window {
    benchPress: Press;
  }
}
