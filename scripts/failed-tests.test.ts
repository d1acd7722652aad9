import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'failed-tests-'));
});
afterEach(() => rm(folder, { recursive: true }));

const once = (name: string): string => `let ${name} = 0; test('${name}', () => expect((${name} += 1)).toBe(2));`;

/** Runs a file of tests by itself, as on CI; answers the exit code and what was written for the end of the run. */
async function outcomeOf(tests: string): Promise<{ readonly code: number; readonly lines: string }> {
  const at = (name: string): string => path.join(folder, name);
  const reporter = JSON.stringify(path.resolve('scripts/failed-tests.ts'));
  await writeFile(at('one.test.js'), tests);
  await writeFile(
    at('vitest.config.ts'),
    `import { FailedTests } from ${reporter};
    export default { test: { globals: true, retry: 1, reporters: [new FailedTests(${JSON.stringify(at('lines'))})] } };`,
  );
  const args = [path.resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', folder];
  const code = await new Promise<number>((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder }, () => resolve(child.exitCode ?? -1));
  });
  return { code, lines: await readFile(at('lines'), 'utf8').catch(() => '') };
}

describe('the end of a run says', () => {
  test('nothing of what passed', async () => {
    expect(await outcomeOf(`test('fine', () => {});`)).toEqual({ code: 0, lines: '' });
  });

  test('what failed, and how', async () => {
    const { code, lines } = await outcomeOf(`describe('a desk', () => test('rings', () => expect(1).toBe(2)));`);
    expect(code).toBe(1);
    expect(lines).toMatch(/^failed: one\.test\.js › a desk > rings\n {2}expected 1 to be 2/);
  });

  test('what nobody caught', async () => {
    const { code, lines } = await outcomeOf(`test('lost', () => { void Promise.reject(new Error('on its own')); });`);
    expect(code).toBe(1);
    expect(lines).toMatch(/^nobody caught: Error: on its own/);
  });

  test('which file could not be read', async () => {
    const { code, lines } = await outcomeOf(`import './not-there.js';`);
    expect(code).toBe(1);
    expect(lines).toMatch(/^one\.test\.js: .*not-there/);
  });

  test('what could not be prepared', async () => {
    const { code, lines } = await outcomeOf(
      `describe('a desk', () => { beforeAll(() => { throw new Error('no PBX'); }); test('rings', () => {}); });`,
    );
    expect(code).toBe(1);
    expect(lines).toBe('one.test.js › a desk: no PBX\n');
  });

  test('what passed at the second attempt, which one may and two may not', async () => {
    expect(await outcomeOf(once('accident'))).toEqual({
      code: 0,
      lines: expect.stringMatching(/^passed only at a further attempt: one\.test\.js › accident\n/),
    });
    expect((await outcomeOf(once('a') + once('b'))).code).toBe(1);
  });
});
