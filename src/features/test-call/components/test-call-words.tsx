import { useStore } from 'zustand';
import type { TestCallStore } from '../model/test-call-store.ts';
import { testWords } from '../model/test-words.ts';

/** How the test stands; read out when it changes. */
export function TestCallWords({ testCall }: { readonly testCall: TestCallStore }) {
  const state = useStore(testCall.store);
  const isBad =
    state.phase === 'idle' && (state.failure !== null || (state.result?.verdict ?? 'bothHeard') !== 'bothHeard');
  return (
    <output className={isBad ? 'test-call-words small tone-end' : 'test-call-words small muted'}>
      {testWords(state)}
    </output>
  );
}
