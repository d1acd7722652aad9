/** The desk bell. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path d="M5 21.5a11 11 0 0 1 22 0z" fill="var(--ink)" />
      <rect x="3" y="23.5" width="26" height="3.6" rx="1.8" fill="var(--ink)" />
      <circle cx="16" cy="7" r="2.6" fill="var(--answer-lamp)" />
      <rect x="15" y="8" width="2" height="4" fill="var(--ink)" />
      <path
        d="M10 19a6.4 6.4 0 0 1 4.2-4.6"
        stroke="var(--canvas)"
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
