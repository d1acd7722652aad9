import type { ReactNode } from 'react';
import { useMoveGuard } from './use-move-guard.ts';

type CallCardProps = {
  readonly callId: string;
  readonly look: 'ring' | 'now' | 'wait' | 'gone';
  readonly label: string;
  readonly isSelected?: boolean;
  readonly failure?: string | null;
  readonly children: ReactNode;
};

/** The frame of every card. */
export function CallCard({ callId, look, label, isSelected = false, failure = null, children }: CallCardProps) {
  const { ref, onClickCapture } = useMoveGuard<HTMLElement>();
  return (
    <article
      ref={ref}
      className={`card ${look} ${isSelected ? 'selected' : ''}`}
      aria-label={label}
      data-call={callId}
      onClickCapture={onClickCapture}
    >
      {children}
      {failure !== null && (
        <p className="card-failure" role="alert">
          {failure}
        </p>
      )}
    </article>
  );
}
