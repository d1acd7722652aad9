import type { ReactNode } from 'react';
import type { HoldHandlers } from './use-held-order.ts';

type LaneHeadingProps = {
  readonly id: string;
  readonly title: string;
  readonly count: string;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
};

export function LaneHeading({ id, title, count, level = 2, children }: LaneHeadingProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={`lane-heading level-${level}`}>
      {/* Takes the focus when the last card of its lane has gone. */}
      <Heading id={id} tabIndex={-1}>
        {title}
      </Heading>
      <span className="faint">{count}</span>
      {children}
    </div>
  );
}

type LaneProps = LaneHeadingProps & {
  readonly body: ReactNode;
  /** Who wants to know that somebody is about to press something in it. */
  readonly hold?: HoldHandlers;
};

/** A column of the console. It scrolls alone, its heading stays. */
export function Lane({ body, hold, ...heading }: LaneProps) {
  return (
    <section className="lane" aria-labelledby={heading.id}>
      <LaneHeading {...heading} />
      <div className="lane-body" {...hold}>
        {body}
      </div>
    </section>
  );
}
