import { createStore, type StoreApi } from 'zustand/vanilla';
import { failureSentence } from '../../../lib/failure-sentence.ts';
import { errorTable } from '../../../../shared/protocol/errors.ts';
import type { PhoneLine } from '../../../ports/phone-line.ts';

/** The keypad of one call: whether it is open, and what has been sent since it was. */
export type Keypad = { readonly isOpen: boolean; readonly sent: string; readonly failure: string | null };

export type KeypadStore = {
  readonly store: StoreApi<Readonly<Record<string, Keypad>>>;
  readonly toggle: (callId: string) => void;
  readonly press: (callId: string, key: string) => void;
  readonly forget: (callId: string) => void;
};

export const closedKeypad: Keypad = { isOpen: false, sent: '', failure: null };

/** Keys for the caller's menu or voicemail. Only what has really been sent is shown as sent. */
export function createKeypadStore(phone: Pick<PhoneLine, 'sendDigits'>): KeypadStore {
  const store = createStore<Readonly<Record<string, Keypad>>>(() => ({}));
  const of = (callId: string): Keypad => store.getState()[callId] ?? closedKeypad;
  return {
    store,
    toggle: (callId) => store.setState({ [callId]: { ...closedKeypad, isOpen: !of(callId).isOpen } }),
    press: (callId, key) => {
      const { sent } = of(callId);
      const done = phone.sendDigits(callId, key);
      store.setState({
        [callId]: done.ok
          ? { isOpen: true, sent: sent + key, failure: null }
          : { isOpen: true, sent, failure: failureSentence(done.error, errorTable) },
      });
    },
    forget: (callId) => {
      const { [callId]: _, ...others } = store.getState();
      store.setState(others, true);
    },
  };
}
