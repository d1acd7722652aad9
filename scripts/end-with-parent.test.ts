import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const script = path.join(import.meta.dirname, 'end-with-parent.mjs');

/** Works until it is told to end, and says so; forgotten, it ends by itself. */
const worker = `
  import { endWithParent } from ${JSON.stringify(script)};
  endWithParent();
  const work = setTimeout(() => {}, 4000);
  process.on('SIGTERM', () => { console.log('told to end'); clearTimeout(work); });
  console.log('at work');
`;

test('who was started by a shell, as by npm, is told to end when that shell is gone', async () => {
  // Something after it, or the shell becomes the worker.
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, worker], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: shell.stdout });
  lines.on('line', (line) => {
    said.push(line);
    if (line === 'at work') shell.kill('SIGTERM');
  });
  // Of the shell and the worker, whoever lives longer.
  await once(lines, 'close');
  expect(said).toEqual(['at work', 'told to end']);
});
