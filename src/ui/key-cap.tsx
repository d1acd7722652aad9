/** The key that does the same as a button; drawn by the style sheet, so that it is not part of the button's name. */
export function KeyCap({ keys, solid = false }: { readonly keys: string; readonly solid?: boolean }) {
  return <kbd className={solid ? 'kbd solid' : 'kbd'} aria-hidden data-key={keys.replaceAll('+', ' ')} />;
}
