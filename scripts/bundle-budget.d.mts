/** Gzip bytes that a page loads before it is usable; `limit` is for both together. */
export type WeighedPage = {
  readonly page: string;
  readonly js: number;
  readonly css: number;
  readonly limit: number;
};

export function weighPages(folder?: string): Promise<readonly WeighedPage[]>;
