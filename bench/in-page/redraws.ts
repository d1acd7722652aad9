/**
 * How often React draws a card anew. Runs inside the page before React, so the function must stand on its own. React
 * tells its developer tools of every commit; an element whose component was drawn again has new props from then on.
 */
export function installRedraws(): void {
  const propsOf = (element: Element): unknown => {
    const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'));
    return key === undefined ? undefined : Reflect.get(element, key);
  };
  const counts = { commits: 0, draws: 0 };
  let last: unknown;
  const commit = (): void => {
    counts.commits += 1;
    const card = document.querySelector('article[data-call]');
    const props = card === null ? undefined : propsOf(card);
    if (props !== undefined && last !== undefined && props !== last) counts.draws += 1;
    last = props;
  };
  const nothing = (): void => undefined;
  Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: nothing,
    onScheduleFiberRoot: nothing,
    onCommitFiberUnmount: nothing,
    onPostCommitFiberRoot: nothing,
    onCommitFiberRoot: commit,
  });
  window.benchRedraws = () => ({ ...counts });
}

/** So far: commits of the whole page, and those in which the first card was drawn anew. */
export type Redraws = () => { readonly commits: number; readonly draws: number };

declare global {
  interface Window {
    benchRedraws: Redraws;
  }
}
