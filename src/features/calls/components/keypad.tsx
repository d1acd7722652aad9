import { useEffect } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { useCallsModel } from '../model/calls-model.ts';
import { closedKeypad } from '../model/keypad-store.ts';
import { useMoveGuard } from './use-move-guard.ts';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

type KeypadProps = { readonly callId: string; readonly name: string };

/** Keys for the other end's menu, inside the card, so that it covers nothing. */
export function Keypad({ callId, name }: KeypadProps) {
  const { keypad } = useCallsModel();
  const { sent, failure } = useStore(keypad.store, (all) => all[callId] ?? closedKeypad);
  // It comes to where a press may be on its way to something else.
  const { ref, onClickCapture } = useMoveGuard<HTMLElement>({ isNewGuarded: true });
  useTypedKeys((key) => keypad.press(callId, key));
  const texts = strings.calls;
  return (
    <section
      ref={ref}
      className="col keypad"
      onClickCapture={onClickCapture}
      aria-label={fill(texts.keypadName, { name })}
    >
      <div className="row">
        <span className="b">{texts.keypad}</span>
        <span className="small faint grow">{texts.typingWorks}</span>
        <output className="b num keypad-sent ell" aria-label={texts.keysSent}>
          {sent.split('').join(' ')}
        </output>
      </div>
      <div className="keypad-keys">
        {keys.map(([key, letters]) => (
          <button
            key={key}
            type="button"
            className="act keypad-key"
            aria-label={key}
            onClick={() => keypad.press(callId, key)}
          >
            <span className="b">{key}</span>
            <span className="micro faint">{letters}</span>
          </button>
        ))}
      </div>
      {failure !== null && (
        <p className="card-failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

/** Keys typed while the keypad is open are sent, unless somebody is writing. */
function useTypedKeys(press: (key: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (!/^[\d*#]$/.test(event.key) || isTextField(event.target)) return;
      event.preventDefault();
      press(event.key);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
