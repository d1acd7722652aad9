/** Returns the number of links made; throws when one cannot be made. */
export function ensureHydrated(root?: string): number;
