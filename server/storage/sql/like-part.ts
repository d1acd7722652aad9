/** A pattern for `like` that finds a text anywhere; `%` and `_` are what they are, not anything. */
export const likePart = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
