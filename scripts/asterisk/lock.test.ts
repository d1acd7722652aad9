import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobodyWaits = (): void => {
  throw new Error('waited for a lock that is free');
};

/** The tasks of the locks of a folder, all begun at one instant; two at once in one lock would be an error. */
const waiter = `
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
const { withLock } = await import(process.argv[1]);
const locks = readdirSync('.');
process.stdout.write('ready');
const [start] = await once(process.stdin, 'data');
while (Date.now() < Number(start));
await Promise.all(locks.map((lock) => withLock(lock, () => {}, async () => {
  writeFileSync(lock + '.inside', '', { flag: 'wx' });
  await new Promise(setImmediate);
  rmSync(lock + '.inside');
})));
process.exit(0);
`;

async function startWaiter() {
  const url = new URL('lock.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', waiter, url], { cwd: folder });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  await once(child.stdout, 'data');
  return {
    begin: (at: number) => child.stdin.write(String(at)),
    ended: once(child, 'exit').then(([code]) => [code, said]),
  };
}

it('two that find the same locks of one who has ended take them one after the other', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (let index = 0; index < 400; index += 1)
    writeFileSync(path.join(folder, `lock-${index}`), JSON.stringify({ host: hostname(), pid }));
  const both = [await startWaiter(), await startWaiter()];
  const at = Date.now() + 50;
  for (const { begin } of both) begin(at);
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

it('is held by who takes it, and free again after it, also when the task fails', async () => {
  const task = async (): Promise<never> => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid });
    throw new Error('no task');
  };
  await expect(withLock(file, nobodyWaits, task)).rejects.toThrow('no task');
  expect(existsSync(file)).toBe(false);
});

it.each([
  ['and nobody has it', null],
  ['and another has it', JSON.stringify({ host: 'another', pid: 1 })],
])('that was broken while its holder slept %s stays as it is', async (_what, others) => {
  let beat = (): void => undefined;
  const every = (run: () => void): undefined => {
    beat = run;
    return undefined;
  };
  const task = async (): Promise<string> => {
    rmSync(file);
    if (others !== null) writeFileSync(file, others);
    beat();
    return 'done';
  };
  expect(await withLock(file, nobodyWaits, task, every)).toBe('done');
  expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(others);
});
