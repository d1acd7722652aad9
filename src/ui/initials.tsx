/** Somebody's initials alone; never read out, because the name or a word is beside them. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span className="avatar bar" aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => /./u.exec(word)?.[0] ?? '')
    .slice(0, 2)
    .join('');
