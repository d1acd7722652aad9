import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeTranscriber, handDeadlines, writeSound } from '../transcriber-contract.testing.ts';
import { createPocketsphinxTranscriber, findPocketsphinx } from './pocketsphinx-transcriber.ts';
import type { Command } from './recognise.ts';

/** A program that takes the arguments of `pocketsphinx_continuous`, refuses others, and writes as the real one does. */
const program = `
import { readFileSync, writeFileSync } from 'node:fs';
const [folder, ...args] = process.argv.slice(2);
if (args.length === 0) process.exit(1);
if (!/^-infile \\S+\\.raw -time yes -logfn \\/dev\\/null$/.test(args.join(' '))) process.exit(2);
const how = readFileSync(folder + '/how', 'utf8');
const sound = how === 'hanging' ? Buffer.alloc(0) : readFileSync(args[1]);
writeFileSync(folder + '/asked', String(sound.length));
if (how === 'hanging') setInterval(() => {}, 1000);
else if (how === 'refusing') process.exit(1);
else if (how === 'garbage') console.log('Segmentation fault');
else if (how === 'silent') console.log('\\n<s> 0.000 0.180 0.999400\\n</s> 0.190 0.260 1.000000');
else console.log('hello there\\n<s> 0.000 0.490 0.999400\\nhello 0.500 0.900 0.257237\\n<sil> 0.910 0.990 0.8\\n[NOISE] 0.990 1.000 0.8\\nthere(2) 1.000 1.400 1.000100\\n</s> 1.410 2.000 1.000000');
`;

async function open() {
  const folder = await mkdtemp(path.join(tmpdir(), 'sphinx-'));
  const script = path.join(folder, 'sphinx.mjs');
  await writeFile(script, program);
  await writeFile(path.join(folder, 'how'), 'well');
  const { clock, pass } = handDeadlines();
  const starter = path.join(folder, 'pocketsphinx');
  await writeFile(starter, `#!/bin/sh\nexec "${process.execPath}" "${script}" "${folder}" "$@"\n`);
  await chmod(starter, 0o755);
  const command: Command = [starter];
  const transcriber = createPocketsphinxTranscriber({ command, clock, language: null });
  return {
    folder,
    command,
    transcriber,
    misbehave: async (how: string) => (how === 'gone' ? rm(starter) : writeFile(path.join(folder, 'how'), how)),
    asked: async () => {
      const watcher = watch(folder);
      for (;;) {
        const [, name]: unknown[] = await once(watcher, 'change');
        if (name === 'asked') return watcher.close();
      }
    },
    passDeadlines: pass,
    close: async () => {
      await transcriber.close();
      await rm(folder, { recursive: true });
    },
  };
}

describeTranscriber('pocketsphinx', open);

it('is a draft, hears at 16 kHz, and is found where it is', async () => {
  const rig = await open();
  const sound = await writeSound(path.join(rig.folder, 'sound.wav'), 2000);
  await rig.transcriber.transcribe({ path: sound });
  expect(rig.transcriber.draft).toBe(true);
  expect(await readFile(path.join(rig.folder, 'asked'), 'utf8')).toBe(String(2000 * 16 * 2));
  expect(await findPocketsphinx(rig.command)).toBe(true);
  expect(await findPocketsphinx(['/no/such/pocketsphinx'])).toBe(false);
  await rig.close();
});
