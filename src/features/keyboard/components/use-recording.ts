import { useEffect, useRef } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import type { KeyCommand } from '../../../lib/keys/key-commands.ts';
import { judge, type ChosenKeys, type Judgement } from '../model/remapping.ts';

type Recording = {
  /** Whose new keys are waited for; null: nobody's. */
  readonly command: KeyCommand | null;
  readonly chosen: ChosenKeys;
  readonly onJudged: (command: KeyCommand, judgement: Judgement) => void;
  /** Somebody has gone elsewhere instead. */
  readonly onLeft: () => void;
};

/**
 * While new keys are waited for, what is pressed is nothing but that: it goes neither to the console nor to the browser.
 * Tab, Enter and Space still move about and press buttons, so that nobody is caught.
 */
export function useRecording({ command, chosen, onJudged, onLeft }: Recording): void {
  const latest = useRef({ chosen, onJudged, onLeft });
  useEffect(() => {
    latest.current = { chosen, onJudged, onLeft };
  });
  useEffect(() => {
    if (command === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isMovingOn(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const judgement = judge(event, command, latest.current.chosen, isMac);
      if (judgement.kind !== 'unfinished') latest.current.onJudged(command, judgement);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target.closest('[data-recording]') === null) latest.current.onLeft();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    addEventListener('focusin', onFocus);
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true });
      removeEventListener('focusin', onFocus);
    };
  }, [command]);
}

const isMovingOn = ({ code, altKey, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean =>
  ['Tab', 'Enter', 'NumpadEnter', 'Space'].includes(code) && !altKey && !ctrlKey && !metaKey && !repeat;
