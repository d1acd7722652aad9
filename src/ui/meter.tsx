import { useEffect, useRef } from 'react';

type MeterProps = {
  readonly label: string;
  readonly bars?: number;
  /** How loud it is just now, 0 to 1. */
  readonly read: () => number;
};

const drawEveryMs = 100;

/**
 * Draws a level ten times a second, past React: nothing else on the screen depends on it, and it is never announced. One
 * that nobody can see, in a list that is not open, costs nothing; one that stands still is not drawn.
 */
export function Meter({ label, bars = 6, read }: MeterProps) {
  const value = useRef<HTMLMeterElement>(null);
  const drawing = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = drawing.current;
    if (element === null) return undefined;
    let lit = 0;
    return whileSeen(element, () => {
      const level = read();
      const now = Math.ceil(level * bars);
      if (now === lit) return;
      lit = now;
      if (value.current) value.current.value = level;
      draw(element, lit);
    });
  }, [read, bars]);
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

/** Does it again and again while the element is on the screen. Answers the way to stop. */
function whileSeen(element: Element, task: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const see = (isSeen: boolean): void => {
    clearInterval(timer);
    timer = isSeen ? setInterval(task, drawEveryMs) : undefined;
  };
  const observer = new IntersectionObserver((entries) => see(entries.at(-1)?.isIntersecting === true));
  observer.observe(element);
  return () => {
    observer.disconnect();
    see(false);
  };
}

/** `lit`: how many bars are on. The last one is the warning. */
function draw(drawing: HTMLElement, lit: number): void {
  const bars = [...drawing.children];
  for (const [index, bar] of bars.entries()) {
    bar.classList.toggle('on', index < lit);
    bar.classList.toggle('loud', (index + 1) / bars.length > 0.95);
  }
}
