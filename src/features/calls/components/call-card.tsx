import { useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useCallsModel } from '../model/calls-model.ts';

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
  const { ref, onClickCapture } = useMoveGuard();
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

const guardMs = 250;

/** A card that has just moved ignores presses for a moment: they were meant for what stood there before. */
function useMoveGuard() {
  const { clock } = useCallsModel();
  const ref = useRef<HTMLElement>(null);
  const place = useRef<{ readonly top: number; readonly since: number } | null>(null);
  useLayoutEffect(() => {
    const top = ref.current?.offsetTop ?? 0;
    if (place.current === null) place.current = { top, since: -Infinity };
    else if (place.current.top !== top) place.current = { top, since: clock.now() };
  });
  const onClickCapture = (event: MouseEvent): void => {
    // A press of a key (detail 0) goes where the focus is, and that has moved along.
    if (event.detail > 0 && clock.now() - (place.current?.since ?? -Infinity) < guardMs) event.stopPropagation();
  };
  return { ref, onClickCapture };
}
