const caps: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Control: 'Ctrl',
  Meta: '⌘',
  Enter: '↵',
  Escape: 'Esc',
};

/** The words on the caps of keys as aria-keyshortcuts has them: `Alt ↓`. */
const capOf = (keys: string): string => capsOf(keys).join(' ');

/** One cap for each key. */
export const capsOf = (keys: string): readonly string[] => keys.split('+').map((key) => caps[key] ?? key);

/** The key that does the same as a button; drawn by the style sheet, so that it is not part of the button's name. */
export function KeyCap({ keys, solid = false }: { readonly keys: string; readonly solid?: boolean }) {
  return <kbd className={solid ? 'kbd solid' : 'kbd'} aria-hidden data-key={capOf(keys)} />;
}
