import type { LucideIcon } from 'lucide-react';

type IconProps = { readonly of: LucideIcon; readonly size?: number; readonly className?: string };

/** An icon beside its word: never read out, never focused. */
export function Icon({ of: Drawn, size = 18, className }: IconProps) {
  return (
    <Drawn size={size} strokeWidth={2} aria-hidden focusable="false" {...(className !== undefined && { className })} />
  );
}
