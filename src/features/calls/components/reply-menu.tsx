import { ChevronDown, Pencil } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ToggleEvent } from 'react';
import { useStore } from 'zustand';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { useCallsModel } from '../model/calls-model.ts';
import { placeMenu } from './place-menu.ts';

type ReplyMenuProps = {
  readonly name: string;
  /** The keys that write a message to this very caller; none for the others. */
  readonly writeKeys: string | undefined;
  readonly unavailable: string | undefined;
  /** Told the key of a template, or null: one wants to write. */
  readonly onChoose: (choice: string | null) => void;
};

/** The other half of Reply busy: the templates by their digit. What is chosen can be read, and heard, before it is sent. */
export function ReplyMenu({ name, writeKeys, unavailable, onChoose }: ReplyMenuProps) {
  const { replyChoices } = useCallsModel();
  const [opener, menu] = [useRef<HTMLButtonElement>(null), useRef<HTMLDivElement>(null)];
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const label = fill(strings.replies.menu.name, { name });
  const close = (): void => menu.current?.hidePopover();
  useClosing(isOpen, close);
  const toggled = ({ newState }: ToggleEvent): void => {
    setOpen(newState === 'open');
    if (newState === 'open') itemsOf(menu.current)[0]?.focus();
  };
  const choose = (choice: string | null): void => {
    close();
    onChoose(choice);
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className="act act-row-size icon-only"
        popoverTarget={unavailable === undefined ? id : undefined}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-disabled={unavailable !== undefined || undefined}
        title={unavailable ?? label}
        onClick={replyChoices.look}
      >
        <Icon of={ChevronDown} size={16} />
      </button>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items have the focus, one at a time */}
      <div
        ref={menu}
        id={id}
        role="menu"
        popover="auto"
        className="reply-choices"
        aria-label={label}
        onBeforeToggle={({ newState }) => newState === 'open' && placeMenu(menu.current, opener.current)}
        onToggle={toggled}
        onKeyDown={(event) => onMenuKey(event, close)}
      >
        <Items writeKeys={writeKeys} onChoose={choose} />
      </div>
    </>
  );
}

function Items({ writeKeys, onChoose }: Pick<ReplyMenuProps, 'writeKeys' | 'onChoose'>) {
  const choices = useStore(useCallsModel().replyChoices.store);
  const item = { type: 'button', role: 'menuitem', tabIndex: -1 } as const;
  return (
    <>
      {choices.map(({ key, name, text }, index) => (
        <button key={key} {...item} aria-keyshortcuts={String(index + 1)} onClick={() => onChoose(key)}>
          <KeyCap keys={String(index + 1)} solid />
          <span className="col grow">
            <bdi className="b ell">{name}</bdi>
            <bdi className="small muted ell">{text}</bdi>
          </span>
        </button>
      ))}
      {choices.length > 0 && <hr />}
      <button {...item} aria-keyshortcuts={writeKeys} onClick={() => onChoose(null)}>
        <Icon of={Pencil} size={16} />
        <span className="b grow">{strings.replies.menu.write}</span>
        {writeKeys !== undefined && <KeyCap keys={writeKeys} />}
      </button>
    </>
  );
}

const itemsOf = (menu: Element | null): readonly HTMLElement[] =>
  Array.from(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);

/** The arrows go round, a digit chooses, Tab leaves; Escape is the browser's own. Nobody else hears these keys. */
function onMenuKey(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
  if (altKey || ctrlKey || metaKey) return;
  if (key === 'Tab') return close();
  const items = itemsOf(currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at === -1 ? -1 : at - 1, Home: 0, End: -1 }[key];
  const isDigit = /^\d$/.test(key);
  if (to === undefined && !isDigit) return;
  event.preventDefault();
  event.stopPropagation();
  if (to !== undefined) items.at(to % items.length)?.focus();
  else items.slice(0, -1)[Number(key) - 1]?.click();
}

/** It stands where its button was when it opened; when that moves, it goes. */
function useClosing(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const moved = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('.reply-choices'))) latest.current();
    };
    addEventListener('resize', moved);
    addEventListener('scroll', moved, true);
    return () => {
      removeEventListener('resize', moved);
      removeEventListener('scroll', moved, true);
    };
  }, [isOpen]);
}
