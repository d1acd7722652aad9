import { Search } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useShortcuts } from '../../../lib/keys/keyboard.ts';
import { Icon } from '../../../ui/icon.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';

/** What is looked for, and what else the field is for. */
export type Find = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly label: string;
  /** What one may write, while there is nothing in it. */
  readonly hint: string;
  /** The id of what describes the field. */
  readonly describedBy?: string;
  /** The text is a telephone number, so that nobody who has it in their name is missed. */
  readonly isNumber?: boolean;
  /** What stands under the field. */
  readonly under?: ReactNode;
};

export function FindField({ find }: { readonly find: Find }) {
  const { find: keys } = useShortcuts();
  return (
    <div className="people-find">
      <div className="find-field">
        <Icon of={Search} className="faint" />
        <input
          type="search"
          aria-label={find.label}
          aria-describedby={find.describedBy}
          aria-keyshortcuts={keys}
          placeholder={find.hint}
          value={find.text}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => find.onChange(event.target.value)}
          onKeyDown={find.onKeyDown}
        />
        {keys !== undefined && <KeyCap keys={keys} solid />}
      </div>
      {find.under}
    </div>
  );
}
