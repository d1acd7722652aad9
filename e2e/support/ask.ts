import type { Page } from '@playwright/test';

type Asked = { readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; readonly body?: object };
export type AskAnswer = { readonly status: number; readonly body: unknown };

/** What the server answers to whoever is signed in in that page. */
export const ask = (page: Page, path: string, { method = 'GET', body }: Asked = {}): Promise<AskAnswer> =>
  page.evaluate(
    async ([url, verb, text]) => {
      const sent = text === null ? {} : { body: text, headers: { 'content-type': 'application/json' } };
      const answer = await fetch(url, { method: verb, ...sent });
      const said = await answer.text();
      const parsed: unknown = said === '' ? null : JSON.parse(said);
      return { status: answer.status, body: parsed };
    },
    [path, method, body === undefined ? null : JSON.stringify(body)] as const,
  );

/** How the server answers a request for sound, in whole or in part; `head` is its first four letters. */
export const askSound = (page: Page, path: string, range?: string) =>
  page.evaluate(
    async ([url, part]) => {
      const answer = await fetch(url, part === null ? {} : { headers: { range: part } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return {
        status: answer.status,
        type: answer.headers.get('content-type'),
        range: answer.headers.get('content-range'),
        length: bytes.length,
        head: String.fromCodePoint(...bytes.subarray(0, 4)),
      };
    },
    [path, range ?? null] as const,
  );
