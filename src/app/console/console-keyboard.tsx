import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { useLanes } from '../../features/calls/model/calls-model.ts';
import { AllKeysDialog } from '../../features/keyboard/components/all-keys-dialog.tsx';
import { readLayout } from '../../lib/keys/layout.ts';
import type { ConsoleModel } from './console-model.ts';
import { consoleKeysOf } from './console-keys.ts';
import { KeyboardProvider } from './keyboard-provider.tsx';

type ConsoleKeyboardProps = { readonly model: ConsoleModel; readonly children: ReactNode };

/** The keys as the person at this desk has them, and the list of them all. */
export function ConsoleKeyboard({ model, children }: ConsoleKeyboardProps) {
  const keys = useStore(model.preferences.store, (state) => state.preferences.keys);
  const map = useMemo(() => consoleKeysOf({ keys }), [keys]);
  const { yours } = useLanes(model.calls);
  useEffect(() => {
    void readLayout(navigator);
  }, []);
  const [isListOpen, setListOpen] = useState(false);
  return (
    <KeyboardProvider
      map={map}
      isOnACall={yours.length > 0}
      // At once: what is under the list cannot take the focus while it is open.
      onCommand={(command) => command !== 'allKeys' && flushSync(() => setListOpen(false))}
    >
      {children}
      <AllKeysDialog isOpen={isListOpen} onOpen={setListOpen} />
    </KeyboardProvider>
  );
}
