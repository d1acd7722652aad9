import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { MouseEvent, Ref } from 'react';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export type ActProps = {
  readonly label: string;
  /** The accessible name where it says more than the label: `Answer Ana Kovač`. */
  readonly name?: string;
  readonly icon?: LucideIcon;
  /** As aria-keyshortcuts has it: `F2`, `Shift+F4`. */
  readonly shortcut?: string | undefined;
  readonly tone?: 'answer' | 'end-solid' | 'end-line' | 'now' | 'wait' | 'plain' | 'ghost';
  readonly size?: 'answer' | 'main' | 'call' | 'row' | 'min' | 'tile';
  readonly iconOnly?: boolean;
  readonly pressed?: boolean;
  readonly busy?: boolean;
  /** Why it cannot be pressed now; it keeps its place and the focus, and says so. */
  readonly unavailable?: string | undefined;
  readonly className?: string;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
  readonly popoverTarget?: string;
  readonly onPress?: (event: MouseEvent<HTMLButtonElement>) => void;
};

const iconSizes = { answer: 22, main: 18, call: 18, row: 18, min: 15, tile: 18 } as const;

const classesOf = (...classes: readonly (string | false | undefined)[]): string =>
  classes.filter((one) => typeof one === 'string').join(' ');

/** Every action is this one button: the same heights, the same key hint, the same way of being unavailable. */
export function Act({
  ref,
  tone = 'plain',
  size = 'row',
  type = 'button',
  iconOnly = false,
  busy = false,
  ...act
}: ActProps) {
  const isOff = busy || act.unavailable !== undefined;
  const { icon, label, shortcut, className } = act;
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isOff) event.preventDefault();
    else act.onPress?.(event);
  };
  return (
    <button
      ref={ref}
      // oxlint-disable-next-line react/button-has-type -- it is one of two given ones
      type={type}
      className={classesOf(
        'act',
        tone,
        `act-${size}-size`,
        iconOnly && 'icon-only',
        act.pressed && 'pressed',
        className,
      )}
      aria-label={act.name ?? (iconOnly ? label : undefined)}
      aria-keyshortcuts={shortcut}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      title={act.unavailable ?? (iconOnly ? label : undefined)}
      popoverTarget={act.popoverTarget}
      onClick={press}
    >
      {busy && <Icon of={LoaderCircle} size={iconSizes[size]} className="spin" />}
      {!busy && icon && <Icon of={icon} size={iconSizes[size]} />}
      {!iconOnly && <span className="act-label">{label}</span>}
      {!iconOnly && shortcut !== undefined && <KeyCap keys={shortcut} />}
    </button>
  );
}
