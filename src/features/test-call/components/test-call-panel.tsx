import { useId } from 'react';
import { useStore } from 'zustand';
import { strings } from '../../../lib/strings/strings.ts';
import type { TestCallStore } from '../model/test-call-store.ts';
import { factsOf } from '../model/test-words.ts';
import { TestCallButton } from './test-call-button.tsx';
import { TestCallWords } from './test-call-words.tsx';
import './test-call.css';

type TestCallPanelProps = {
  readonly testCall: TestCallStore;
  /** Ms since the epoch: what was measured today is told as of today. */
  readonly now: number;
};

const texts = strings.check.testCall;

/** The test call in the settings: the press, and what the last run of this computer measured. */
export function TestCallPanel({ testCall, now }: TestCallPanelProps) {
  const { last } = useStore(testCall.store);
  const id = useId();
  return (
    <section className="test-call" aria-labelledby={id}>
      <div className="test-call-head">
        <div className="col grow">
          <h2 id={id}>{texts.title}</h2>
          <p className="muted">{texts.hint}</p>
        </div>
        <TestCallButton testCall={testCall} tone="now" size="main" />
      </div>
      <TestCallWords testCall={testCall} />
      <dl className="test-call-facts">
        {factsOf(last, now).map(({ name, value }) => (
          <div key={name}>
            <dt className="small muted">{name}</dt>
            <dd className="b">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
