import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Command } from './run-program.ts';

/** Lines as the real program prints them, odd ones among them. */
export const listing = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  chr-US-Qaaa-x-west --/M      Cherokee_          iro/chr
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 5  de              --/M      German             gmw/de
 5  en-029          --/M      English_(Caribbean) gmw/en-029           (en 10)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  nb              --/M      Norwegian_Bokmål  gmq/nb               (no 5)
`;

/**
 * A program that takes the arguments of `espeak-ng` and refuses all others. It speaks a tone, 60 ms a character, and writes the
 * header of a file whose length is not known, as eSpeak does. Some words make it misbehave.
 */
const program = `
import { appendFileSync, readFileSync } from 'node:fs';
const [seen, ...args] = process.argv.slice(2);
const flags = new Set(), values = {};
for (let i = 0; i < args.length; i += 1) {
  if (['--version', '--voices', '--stdin', '--stdout'].includes(args[i])) flags.add(args[i]);
  else if (['-b', '-s', '-v'].includes(args[i])) values[args[i]] = args[(i += 1)];
  else process.exit(2);
}
const text = flags.has('--stdin') ? readFileSync(0, 'utf8') : '';
appendFileSync(seen, JSON.stringify({ args, text, environment: Object.keys(process.env) }) + '\\n');
if (flags.has('--version')) console.log('eSpeak NG text-to-speech: 9.9-stand-in  Data at: /nowhere');
else if (flags.has('--voices')) process.stdout.write(${JSON.stringify(listing)});
else if (text.includes('hang')) setInterval(() => {}, 1000);
else if (text.includes('crash')) process.exit(1);
else if (text.includes('garbage')) process.stdout.write('<html>');
else if (text.includes('endless')) for (;;) await new Promise((go) => process.stdout.write(Buffer.alloc(1 << 20), go));
else speak();
function speak() {
  const length = Math.round((22050 * 0.06 * text.length * 175) / Number(values['-s']));
  const hertz = values['-v'].includes('+') ? 880 : 440;
  const sound = Buffer.alloc(44 + 2 * length);
  Buffer.from('UklGRiTw/39XQVZFZm10IBAAAAABAAEAIlYAAESsAAACABAAZGF0YQDw/38=', 'base64').copy(sound);
  for (let i = 0; i < length; i += 1) sound.writeInt16LE(8000 * Math.sin((2 * Math.PI * hertz * i) / 22050), 44 + 2 * i);
  process.stdout.write(sound);
}
`;

const runSchema = z.object({
  args: z.array(z.string()),
  text: z.string(),
  environment: z.array(z.string()),
});

/** The stand-in as a command, and what it was run with so far. */
export async function espeakStandIn() {
  const folder = await mkdtemp(path.join(tmpdir(), 'espeak-'));
  const [script, seen] = [path.join(folder, 'espeak.mjs'), path.join(folder, 'seen')];
  await writeFile(script, program);
  await writeFile(seen, '');
  const command: Command = [process.execPath, script, seen];
  const runs = async () => {
    const lines = (await readFile(seen, 'utf8')).trim().split('\n');
    return lines.map((line) => runSchema.parse(JSON.parse(line)));
  };
  return { command, runs, remove: () => rm(folder, { recursive: true }) };
}
