import type { Page } from '@playwright/test';

/** Looks at a page without the browser taking it for a press: what Playwright itself evaluates counts as one. */
export type UnpressedPage = {
  readonly shows: (text: string) => Promise<boolean>;
  /** The middle of a button, in CSS pixels; null while it is not there. */
  readonly placeOf: (button: string) => Promise<{ readonly x: number; readonly y: number } | null>;
};

export async function lookWithoutPressing(page: Page): Promise<UnpressedPage> {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', { expression, userGesture: false, returnByValue: true });
    return result.value;
  };
  return {
    shows: async (text) => (await evaluate(`document.body.innerText.includes(${JSON.stringify(text)})`)) === true,
    placeOf: async (button) => {
      const place = await evaluate(`(() => {
        const found = [...document.querySelectorAll('button')].find((one) => one.innerText.includes(${JSON.stringify(button)}));
        const box = found?.getBoundingClientRect();
        return box === undefined ? null : [box.x + box.width / 2, box.y + box.height / 2];
      })()`);
      return Array.isArray(place) ? { x: Number(place[0]), y: Number(place[1]) } : null;
    },
  };
}
