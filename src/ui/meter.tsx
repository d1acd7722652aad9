import { useEffect, useRef } from 'react';

type MeterProps = {
  readonly label: string;
  readonly bars?: number;
  /** How loud it is just now, 0 to 1. */
  readonly read: () => number;
};

/** Draws a level ten times a second, past React: nothing else on the screen depends on it, and it is never announced. */
export function Meter({ label, bars = 6, read }: MeterProps) {
  const value = useRef<HTMLMeterElement>(null);
  const drawing = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const level = read();
      if (value.current) value.current.value = level;
      if (drawing.current) draw(drawing.current, level);
    }, 100);
    return () => clearInterval(timer);
  }, [read]);
  return (
    <>
      <meter ref={value} className="sr" aria-label={label} min={0} max={1} value={0} />
      <span ref={drawing} className="meter" aria-hidden>
        {Array.from({ length: bars }, (_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- bars have no other name than their place
          <i key={index} />
        ))}
      </span>
    </>
  );
}

function draw(drawing: HTMLElement, level: number): void {
  const bars = [...drawing.children];
  for (const [index, bar] of bars.entries()) {
    bar.classList.toggle('on', index / bars.length < level);
    bar.classList.toggle('loud', (index + 1) / bars.length > 0.95);
  }
}
