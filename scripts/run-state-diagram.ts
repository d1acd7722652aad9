import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { drawStateDiagram } from './draw-state-diagram.ts';

/**
 * Writes the diagram into `file`, or with `--check` only looks whether the one there is up to date.
 * Answers the exit code: 1 when it is stale or missing, 2 for an argument it does not know.
 */
export function runStateDiagram(args: readonly string[], file: string, say: (line: string) => void): 0 | 1 | 2 {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    say(`Unknown argument ${unknown}. Usage: state-diagram [--check]`);
    return 2;
  }
  const drawn = drawStateDiagram();
  if (!args.includes('--check')) {
    writeFileSync(file, drawn);
    return 0;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === drawn) return 0;
  say(`${file} is not what the table of moves says. Run: npm run diagram`);
  return 1;
}
