import { PhoneCall, PhoneOff } from 'lucide-react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import { Act, type ActProps } from '../../../ui/act.tsx';
import type { TestCallStore } from '../model/test-call-store.ts';

type TestCallButtonProps = Pick<ActProps, 'tone' | 'size' | 'unavailable'> & { readonly testCall: TestCallStore };

const texts = strings.check.testCall;

/** Calls, and while it does, ends it. */
export function TestCallButton({ testCall, tone = 'plain', ...look }: TestCallButtonProps) {
  const { phase, result, failure } = useStore(testCall.store);
  if (phase === 'listening') {
    return <Act {...look} icon={PhoneOff} tone="end-line" label={texts.stop} onPress={testCall.stop} />;
  }
  return (
    <Act
      {...look}
      icon={PhoneCall}
      tone={tone}
      label={result === null && failure === null ? texts.call : texts.again}
      busy={phase === 'calling'}
      onPress={() => void testCall.run()}
    />
  );
}
