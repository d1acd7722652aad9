import { Icon } from './icon.tsx';
import { initialsOf } from './initials.tsx';
import { presenceLooks, type Presence } from './presence-looks.ts';

type AvatarProps = {
  readonly name: string;
  readonly presence: Presence;
  readonly size?: 'bar' | 'row';
};

/** Initials with a badge that says how somebody stands; never read out, because the name and the word are beside it. */
export function Avatar({ name, presence, size = 'bar' }: AvatarProps) {
  return (
    <span className={`avatar ${size}`} aria-hidden>
      {initialsOf(name)}
      <PresenceBadge presence={presence} />
    </span>
  );
}

export function PresenceBadge({ presence }: { readonly presence: Presence }) {
  const { icon, tone } = presenceLooks[presence];
  return (
    <span className={`presence ${tone}`} aria-hidden>
      <Icon of={icon} size={9} />
    </span>
  );
}
