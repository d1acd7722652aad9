import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ToggleEvent } from 'react';
import { Icon } from './icon.tsx';
import './more-menu.css';

export type MoreItem = { readonly label: string; readonly icon: LucideIcon; readonly onPress: () => void };

export type MoreMenuProps = {
  /** What more there is, and of whom: `More for Ana Kovač`. */
  readonly label: string;
  readonly items: readonly MoreItem[];
};

/** What is done more rarely, behind one button. */
export function MoreMenu({ label, items }: MoreMenuProps) {
  const [opener, menu] = [useRef<HTMLButtonElement>(null), useRef<HTMLDivElement>(null)];
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const close = (): void => menu.current?.hidePopover();
  useClosing(isOpen, menu);
  const toggled = ({ newState }: ToggleEvent): void => {
    setOpen(newState === 'open');
    if (newState === 'open') itemsOf(menu.current)[0]?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="act ghost act-row-size icon-only"
        popoverTarget={id}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={label}
      >
        <Icon of={Ellipsis} size={18} />
      </button>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items have the focus, one at a time */}
      <div
        ref={menu}
        id={id}
        role="menu"
        popover="auto"
        className="more-menu"
        aria-label={label}
        onBeforeToggle={({ newState }) => newState === 'open' && place(menu.current, opener.current, items.length)}
        onToggle={toggled}
        onKeyDown={(event) => onMenuKey(event, close)}
      >
        {items.map(({ label: word, icon, onPress }) => (
          <button
            key={word}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close();
              onPress();
            }}
          >
            <Icon of={icon} size={18} />
            {word}
          </button>
        ))}
      </div>
    </>
  );
}

const gapPx = 4;
const itemPx = 38;

/** Under its button, ending where that ends, or above it where there is more room. */
function place(menu: HTMLElement | null, opener: HTMLElement | null, count: number): void {
  const box = opener?.getBoundingClientRect();
  if (menu === null || box === undefined) return;
  const below = innerHeight - box.bottom - 2 * gapPx;
  const isBelow = below >= count * itemPx + 20 || below >= box.top;
  Object.assign(menu.style, {
    right: `${Math.max(gapPx, innerWidth - box.right)}px`,
    top: isBelow ? `${box.bottom + gapPx}px` : 'auto',
    bottom: isBelow ? 'auto' : `${innerHeight - box.top + gapPx}px`,
    maxHeight: `${isBelow ? below : box.top - 2 * gapPx}px`,
  });
}

const itemsOf = (menu: Element | null): readonly HTMLElement[] =>
  Array.from(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);

/** The arrows go round, Tab leaves; Escape is the browser's own. Nobody else hears these keys. */
function onMenuKey(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
  if (altKey || ctrlKey || metaKey) return;
  event.stopPropagation();
  if (key === 'Tab') return close();
  const items = itemsOf(currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at === -1 ? -1 : at - 1, Home: 0, End: -1 }[key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

/** It stands where its button was when it opened; when that moves, it goes. */
function useClosing(isOpen: boolean, menu: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const moved = ({ target }: Event): void => {
      if (!(target instanceof Node && menu.current?.contains(target) === true)) menu.current?.hidePopover();
    };
    addEventListener('resize', moved);
    addEventListener('scroll', moved, true);
    return () => {
      removeEventListener('resize', moved);
      removeEventListener('scroll', moved, true);
    };
  }, [isOpen, menu]);
}
