import { PhoneCall } from 'lucide-react';
import { TestCallButton } from '../../features/test-call/components/test-call-button.tsx';
import { TestCallWords } from '../../features/test-call/components/test-call-words.tsx';
import type { TestCallStore } from '../../features/test-call/model/test-call-store.ts';
import { strings } from '../../lib/strings/strings.ts';
import { CheckRow } from './check-row.tsx';
import type { CheckState } from './check-state.ts';

type TestCallRowProps = {
  readonly testCall: TestCallStore;
  readonly state: CheckState;
  readonly unavailable: string | undefined;
};

const texts = strings.check.testCall;

export function TestCallRow({ testCall, state, unavailable }: TestCallRowProps) {
  return (
    <CheckRow icon={PhoneCall} title={texts.title} hint={texts.rowHint} state={state}>
      <TestCallButton testCall={testCall} unavailable={unavailable} />
      <TestCallWords testCall={testCall} />
    </CheckRow>
  );
}
