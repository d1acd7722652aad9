type TimerProps = { readonly face: string; readonly label: string; readonly className?: string };

/** A running time. It has a name, and is never announced. */
export function Timer({ face, label, className = '' }: TimerProps) {
  return (
    <span className={`num timer ${className}`} role="timer" aria-label={label}>
      {face}
    </span>
  );
}
