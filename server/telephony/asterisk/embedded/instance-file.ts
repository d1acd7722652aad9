import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../../guardian/error-code.ts';
import type { EmbeddedFolders } from './embedded-folders.ts';

const instance = z.object({ httpPort: z.number(), password: z.string() });

/** How to reach one run of Asterisk: kept, so that a restarted server can take it over. */
export type Instance = Readonly<z.output<typeof instance>>;

const fileOf = (folders: EmbeddedFolders): string => path.join(folders.pbx, 'instance.json');

/** The last run, or undefined when there was none or its file is damaged (it cannot be adopted then). */
export function readInstance(folders: EmbeddedFolders): Instance | undefined {
  try {
    const text = readFileSync(fileOf(folders), 'utf8');
    return instance.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function writeInstance(folders: EmbeddedFolders, value: Instance): void {
  writeFileSync(fileOf(folders), JSON.stringify(value), { mode: 0o600 });
}
